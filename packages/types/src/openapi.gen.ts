// Generated from spec/ by `npm run generate`. Do not edit.
import { boolean, type Check, integer, list, number, object, string } from './checks.ts';
import type { Operation } from './operation.ts';
export interface paths {
    "/v2/{project_id}/fdi/instances/{instance_id}/datasources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List data sources
         * @description Lists the data sources of the project and the instance, page by page, in the order in which they were registered
         *     (`sort_type: DESC` turns it round). `total` counts all that fit the filters. Secrets are left out.
         */
        get: operations["listDatasources"];
        put?: never;
        /**
         * Register a data source
         * @description Registers a database under a name, so that tasks can use it. The name must be free within the project and the instance.
         *
         *     The connection is not tried: a database that cannot be reached is told when a task first reads it. The password and other
         *     secrets are kept sealed and appear in no answer.
         */
        post: operations["createDatasourceInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a data source
         * @description Reads one data source: what it was registered with and its ID and times, without its password and other secrets. The
         *     database itself is not connected to.
         */
        get: operations["showDatasourceDetail"];
        /**
         * Change a data source
         * @description Replaces what a data source was registered with. Tasks that use it go on using it, and meet the new settings when
         *     they next read it.
         *
         *     Secrets that the body leaves out stay as they are, as long as address, user, database and encryption stay the
         *     same; else they must be sent again, since a kept secret would go to another place. The type stays.
         */
        put: operations["updateDatasourceInfo"];
        post?: never;
        /**
         * Delete a data source
         * @description Removes a data source and its sealed secrets. One that a task still uses is kept: the error names the tasks, which must be
         *     deleted first. The database itself is never touched.
         */
        delete: operations["deleteDatasourceInfoById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}/test-connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a data source
         * @description Connects to the database of a registered data source with the settings of the body, and logs in. Nothing is
         *     stored, and nothing is read but what logging in needs.
         *
         *     Secrets that the body leaves out are the stored ones, as long as address, user, database and encryption are those
         *     that were registered; else they must be sent again.
         */
        post: operations["startTestDatasource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tables of a data source
         * @description Reads the names of the tables that the user of the data source may read, straight from the database: sorted by
         *     schema and name, views left out. Nothing is kept.
         */
        get: operations["listDatasourceTables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the columns of a table of a data source
         * @description Reads the columns of one table, straight from the database, in the order of the table. A table's name alone is
         *     enough where only one schema has it; a table that is not there, or that the user may not read, is refused by name.
         */
        get: operations["listDatasourceColumns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Initialise a composite task
         * @description Gives a composite task its ID, takes a source and a destination data source into it as a pair, and on request proposes
         *     the table and column mappings between the two.
         *
         *     - Without `task_id` a new task is made and its ID assigned; with one, that task is taken, or made under that ID. Task IDs
         *       are unique within the project and the instance.
         *     - With both data sources the pair is added to the task, or is there already; source and destination may be the same data
         *       source. Without any, the answer holds all pairs that the task has. Only one of the two is refused.
         *     - With `auto_mapping: true` both databases are read and tables and columns are paired; each new mapping has the status
         *       `AUTO`. Called again, the databases are read again: mappings that exist keep their ID, columns and status, new ones are
         *       added behind them, nothing is removed. Names of more than 256 characters stay unmapped.
         *     - Otherwise no mapping is made.
         *
         *     The same call may be repeated, and sent by many callers at once: it leaves one task and one pair, and gives the same
         *     answer. When a database cannot be read, nothing is stored.
         *
         *     A task that was only initialised is a draft: it appears in no list of tasks, and stays until it is deleted.
         */
        post: operations["installMultiTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a composite task
         * @description Gives a draft its name and says which changes it passes on. From then on the task is listed and counted, and can
         *     be started. Without a draft a new task is made, without pairs.
         *
         *     A task is created once: change it with `updateMultiTasks`.
         */
        post: operations["createMultiTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a composite task
         * @description Changes which changes of the source a task passes on, and its description and label. Name, data sources and
         *     mappings stay. A task that runs must be stopped first; a draft is created first.
         */
        put: operations["updateMultiTasks"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset the offset of a composite task
         * @description Says from where a task reads the changes of its source when it starts next. A task that runs must be stopped
         *     first; a draft is created first.
         */
        post: operations["resetMultiTaskOffset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the mappings of a composite task
         * @description Reads the mappings of one pair of data sources of a composite task, page by page, in the order in which they were made.
         *     Those of one call are sorted by source schema, source table, destination schema and destination table. Later additions
         *     stand behind earlier ones, so pages that were read stay as they are. `mappings_total_count` counts all that fit the filters.
         *
         *     A task with several pairs needs `source_datasource_id`, `target_datasource_id` or both, so that one pair is left; the
         *     error lists the pairs. A task without a pair answers an empty page.
         *
         *     A self-hosted server has four parameters more, for reviewing what was proposed: `fields=summary` answers up to 10,000 mappings
         *     without their columns, `status` and `max_percent` choose those that want a look, and `explain=true` tells why each was
         *     proposed, what nearly was, and what stayed unmapped.
         */
        get: operations["listMultiTaskMappings"];
        put?: never;
        /**
         * Create a mapping by hand
         * @description Maps a table of the source to a table of the destination, and their columns. The two data sources must be a pair
         *     of the task.
         *
         *     - Both databases are read, and a table or a column that is not there is refused by name. Where a database cannot be
         *       read, the mapping is stored unchecked if it says all columns of both tables with their types; else it is refused.
         *     - The two tables may not be mapped to each other already. Automatic mapping never touches a mapping that was made by
         *       hand.
         *     - The mapping has the status `MANUAL`, or `ADD` while the task runs.
         */
        post: operations["createMultiTaskMappings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/mappings/{mapping_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a mapping
         * @description Replaces a mapping, whole: tables, columns and column pairs. It is checked as a new one is, keeps its ID and its
         *     place in the lists, and has the status `MANUAL` from then on, or `UPDATE` while the task runs. Of two callers who
         *     change one mapping the later one wins.
         */
        put: operations["updateMultiTaskMappings"];
        post?: never;
        /**
         * Delete a mapping
         * @description Removes one mapping. An automatic proposal that was deleted is not proposed again for this task. While the task
         *     runs the mapping stays with the status `DELETE`, and goes when the task starts next.
         */
        delete: operations["deleteMultiTaskMapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply decisions on the mappings
         * @description Takes a document of decisions on the mappings of one pair of data sources of the task: which are right, which are made by
         *     hand, and which are wrong. It is applied wholly or not at all: what does not fit is refused with its place in the document, and
         *     then nothing is changed.
         *
         *     - Later automatic mapping heeds what was decided: confirmed and hand-made mappings stay as they are, take their columns, and
         *       teach which words mean the same; what was refused is not proposed again.
         *     - Mappings that were confirmed, made or changed have the status `MANUAL`; while the task runs the changes wait as `ADD`,
         *       `UPDATE` or `DELETE`.
         *     - Tables and columns of `fixed` are looked up in both databases, those of the other lists in the mappings of the task first. The
         *       same table pair cannot be both right and wrong, and a column stands in one pair of two tables at most.
         *     - A document whose mappings have too many columns together to be changed in one step is refused with the bound, and can be
         *       applied in parts.
         */
        post: operations["applyMultiTaskDecisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks
         * @description Lists the tasks of the project and the instance, page by page, in the order in which they were made (`sort_type:
         *     DESC` turns it round). `total` counts all that fit the filters. Drafts are not listed.
         */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a task
         * @description Reads the facts of one task. A composite task that was only initialised is a draft: it is shown here although no list has
         *     it, and has no name yet. The data-source fields are those of the task's first pair.
         */
        get: operations["showTask"];
        put?: never;
        post?: never;
        /**
         * Delete a task
         * @description Removes a task, drafts included, with its pairs and mappings, at once and for good. A task that runs must be stopped first.
         *     The data sources stay.
         */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/tasks/{task_id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a task
         * @description Starts a task that was created. A self-hosted server without an engine to run tasks refuses it.
         */
        post: operations["runTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/tasks/{task_id}/terminate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a task
         * @description Stops a task. To stop one that does not run is a success, and changes nothing.
         */
        post: operations["stopTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/batch-operation/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start or stop several tasks
         * @description Starts or stops each task of a list, and answers for each what became of it: 200 also where none of it could be
         *     done. A task that stands twice in the list counts once. To stop a task that does not run is a success.
         */
        post: operations["batchStartOrStopTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/instances/{instance_id}/statistics/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count tasks
         * @description Counts the tasks of the project and the instance by their state, ordinary and composite ones apart. Drafts are not
         *     counted. A self-hosted server has composite tasks alone.
         */
        get: operations["countTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fdi/multi-tasks/mappings/auto": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Map a pair of data sources automatically
         * @description Reads both databases and proposes which table feeds which table, as `installMultiTasks` does, with names and
         *     ranges that the caller gives. At most 2,000 tables a side are mapped in one call.
         *
         *     - With a prefix or a suffix a destination table is called prefix, source name, suffix.
         *     - A range is a list such as `shop.orders,shop.customers`, or `shop.*` for a whole schema.
         *     - Mappings that exist keep their ID, columns and status, new ones are added behind them, nothing is removed.
         *
         *     The path names no instance: it is that of the source, and the destination and the task must lie in it.
         */
        post: operations["createMultiTaskMappingsAutomatically"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * DatasourceType
         * @description Kind of database, queue or service behind a data source. Composite tasks read from `MYSQL`, `ORACLE` and `SQLSERVER` in the cloud; a self-hosted server opens `SQLITE` and `POSTGRESQL`.
         * @enum {string}
         */
        DatasourceType: "DWS" | "MYSQL" | "KAFKA" | "API" | "OBS" | "SAP" | "MRSHBASE" | "MRSHDFS" | "MRSHIVE" | "WEBSOCKET" | "SQLSERVER" | "ORACLE" | "POSTGRESQL" | "REDIS" | "MONGODB" | "DIS" | "HL7" | "RABBITMQ" | "SNMP" | "IBMMQ" | "CUSTOMIZED" | "ACTIVEMQ" | "ARTEMISMQ" | "FTP" | "HIVE" | "HANA" | "FIKAFKA" | "MRSKAFKA" | "FIHDFS" | "FIHIVE" | "GAUSS200" | "GAUSS100" | "LDAP" | "DB2" | "TAURUS" | "SQLITE";
        /**
         * Host
         * @description Host name or address of the database, 1 to 255 characters.
         */
        Host: string;
        /**
         * Port
         * @description Port of the database as decimal digits, 0 to 65535, such as `"3306"`.
         */
        Port: string;
        /**
         * DatabaseName
         * @description Name of the database, in the case in which the database has it; for `SQLITE` the path of the file below the folder of the self-hosted server.
         */
        DatabaseName: string;
        /**
         * UserName
         * @description User to log in as.
         */
        UserName: string;
        /**
         * MultiOracleAddress
         * @description One node of an Oracle cluster.
         */
        MultiOracleAddress: {
            /** @description Host name or address of the node, 1 to 30 characters. */
            oracle_address?: string | undefined;
            /** @description Port of the node as decimal digits, such as `"1521"`, at most 10 of them. */
            oracle_port?: string | undefined;
        };
        /**
         * CharacterSet
         * @description Character set of the database, for MySQL, GaussDB and PostgreSQL.
         * @enum {string}
         */
        CharacterSet: "big5" | "dec8" | "cp850" | "hp8" | "koi8r" | "latin1" | "latin2" | "swe7" | "ascii" | "ujis" | "sjis" | "hebrew" | "tis620" | "koi8u" | "gb2312" | "greek" | "cp1250" | "gbk" | "latin5" | "armscii8" | "utf8" | "ucs2" | "cp866" | "keybcs2" | "macce" | "macroman" | "cp852" | "latin7" | "utf8mb4" | "cp1251" | "utf16" | "utf16le" | "cp1256" | "cp1257" | "utf32" | "binary" | "geostd8" | "cp932" | "eucjpms" | "gb18030";
        /**
         * MysqlTimeout
         * Format: int32
         * @description How long to wait for a connection to MySQL, in seconds, 1 to 20,000.
         */
        MysqlTimeout: number;
        /**
         * Content
         * @description Where a data source is and how it is reached, without its secrets. Which fields are needed depends on the type and the mode.
         */
        Content: {
            /**
             * @description Version of the GAUSS100 database.
             * @enum {string}
             */
            gauss100_version?: "V100R003C20" | "V300R001C00" | undefined;
            host?: components["schemas"]["Host"] | undefined;
            port?: components["schemas"]["Port"] | undefined;
            database_name?: components["schemas"]["DatabaseName"] | undefined;
            /** @description Number of the Redis database, as decimal digits, at most 1,000 characters. */
            redis_database?: string | undefined;
            user_name?: components["schemas"]["UserName"] | undefined;
            /**
             * @description How the address is given. Most relational types take `default` or `professional`, Oracle `multiAddress` too.
             * @enum {string}
             */
            mode?: "default" | "professional" | "multiAddress" | undefined;
            /**
             * @description How changes of an Oracle source are captured. Only composite tasks use it.
             * @enum {string}
             */
            cdc_mode?: "xstream" | "logminer" | undefined;
            /** @description Nodes of an Oracle cluster, 1 to 100. Needed in mode `multiAddress`. */
            multi_oracle_address?: components["schemas"]["MultiOracleAddress"][] | undefined;
            /** @description Service name of an Oracle cluster, 4 to 64 characters. */
            oracle_service_name?: string | undefined;
            /**
             * @description Who opens the data connection of FTP.
             * @enum {string}
             */
            ftp_connect_mode?: "active" | "passive" | undefined;
            /**
             * @description Protocol that the file server speaks.
             * @enum {string}
             */
            ftp_protocol?: "sftp" | "ftp" | undefined;
            /** @description Address of the service, for types that are not given by host and port, at most 256 characters. */
            address?: string | undefined;
            /** @description Access key ID for cloud services, at most 256 characters. */
            ak?: string | undefined;
            /** @description Bucket of an object store, at most 256 characters. Needed for `OBS`. */
            bucket_name?: string | undefined;
            /** @description Whether the object store is called over HTTPS. Needed for `OBS`; usually true. */
            https?: boolean | undefined;
            /**
             * @description HTTP method with which the API is called.
             * @enum {string}
             */
            api_method?: "POST" | "PUT" | "DELETE" | "PATCH" | "GET" | undefined;
            /**
             * @description How a WebSocket service authenticates the caller.
             * @enum {string}
             */
            auth_method?: "none" | "basicauth" | undefined;
            /** @description Addresses of the brokers of a queue, `host:port`, separated by commas, at most 256 characters. */
            broker?: string | undefined;
            /** @description Whether the connection is encrypted with TLS. */
            ssl?: boolean | undefined;
            /** @description Whether the connection to a queue is encrypted with TLS. */
            ssl_enable?: boolean | undefined;
            /** @description User name, or application key, of the encrypted connection, at most 256 characters. */
            ssl_username?: string | undefined;
            /** @description Database that MongoDB looks the user up in, at most 60 characters. */
            mongodb_auth_source?: string | undefined;
            /** @description Whether MongoDB runs as a cluster. */
            mongodb_cluster_enable?: boolean | undefined;
            /** @description Name of the replica set of MongoDB, at most 256 characters. */
            mongodb_replica_set?: string | undefined;
            encoding?: components["schemas"]["CharacterSet"] | undefined;
            mysql_timeout?: components["schemas"]["MysqlTimeout"] | undefined;
            /** @description Content of the trust store, for queues with TLS, at most 1,024 characters. */
            trust_store?: string | undefined;
            /**
             * @description Format of the trust store.
             * @enum {string}
             */
            trust_store_file_type?: "jks" | "ts" | undefined;
            /**
             * @description Who proves its identity over TLS.
             * @enum {string}
             */
            ssl_auth_method?: "one-way" | "two-way" | undefined;
            /**
             * @description Format of the key store.
             * @enum {string}
             */
            key_store_file_type?: "ks" | "jks" | undefined;
            /** @description Name of the stream of the data ingestion service, at most 256 characters. */
            dis_tunnel_name?: string | undefined;
            /**
             * @description Format of the records of the data ingestion service.
             * @enum {string}
             */
            dis_data_type?: "JSON" | undefined;
            /**
             * @description How the data ingestion service is set up.
             * @enum {string}
             */
            dis_setting_type?: "basic" | "senior" | undefined;
            /** @description End point of the data ingestion service; needed with `senior`, at most 256 characters. */
            dis_endpoint?: string | undefined;
            /** @description Region of the data ingestion service; needed with `senior`, at most 256 characters. */
            dis_region?: string | undefined;
            /** @description Project of the data ingestion service; needed with `senior`, at most 256 characters. */
            dis_source_project_id?: string | undefined;
            /**
             * @description Side that an HL7 data source stands on.
             * @enum {string}
             */
            hl7_position?: "source" | "target" | undefined;
            /** @description Whether only listed senders may reach an HL7 data source. */
            hl7_whitelist_enable?: boolean | undefined;
            /** @description Senders that may reach an HL7 data source, at most 256 characters. */
            hl7_whitelist?: string | undefined;
            /**
             * @description How an LDAP directory authenticates the caller.
             * @enum {string}
             */
            ldap_security_auth_type?: "no" | "simple" | undefined;
            /** @description Virtual host of RabbitMQ, at most 256 characters. */
            rabbitmq_virtual_host?: string | undefined;
            /**
             * @description Protocol that encrypts the connection to RabbitMQ.
             * @enum {string}
             */
            rabbitmq_ssl_protocol?: "TLS" | undefined;
            /** @description Client number of the SAP system, at most 10 characters. */
            sap_client?: string | undefined;
            /** @description Instance number of the SAP system, at most 256 characters. */
            sap_sysnr?: string | undefined;
            /**
             * @description Transport that SNMP runs over.
             * @enum {string}
             */
            snmp_network_protocol?: "udp" | "tcp" | undefined;
            /**
             * Format: int32
             * @description Version of SNMP: 0 for SNMPv1, 1 for SNMPv2c, 3 for SNMPv3.
             * @enum {integer}
             */
            snmp_version?: 0 | 1 | 3 | undefined;
            /** @description Character set identifier of IBM MQ, as decimal digits, at most 65,535 characters. */
            ibmmq_ccs_id?: string | undefined;
            /** @description Queue manager of IBM MQ, at most 256 characters. */
            ibmmq_queue_manager?: string | undefined;
            /** @description Channel of IBM MQ, at most 256 characters. */
            ibmmq_channel?: string | undefined;
            /** @description Cipher suite of IBM MQ, at most 256 characters. */
            ibmmq_cipher_suite?: string | undefined;
            /** @description Address of HDFS, such as `hdfs:///hacluster`, at most 256 characters. */
            hdfs_path?: string | undefined;
            /** @description Machine account of a big-data cluster, at most 256 characters. */
            principal_name?: string | undefined;
            /** @description Name of the file with the account's settings, for big-data clusters, at most 256 characters. */
            config_file_name?: string | undefined;
            /** @description ID of the running connector, for `CUSTOMIZED`, at most 256 characters. */
            connection_instance_id?: string | undefined;
        };
        /**
         * DataSourceRsp
         * @description A registered data source, without its secrets.
         */
        DataSourceRsp: {
            /** @description ID that the data source was given, unique among all data sources. */
            datasource_id: string;
            /** @description Name of the data source. */
            datasource_name?: string | undefined;
            datasource_type?: components["schemas"]["DatasourceType"] | undefined;
            /** @description ID of the private network that the data source lies in; absent outside the cloud. */
            vpc_id?: string | undefined;
            /** @description ID of the integration application that the data source belongs to. */
            app_id?: string | undefined;
            /** @description Name of the integration application that the data source belongs to; absent where the server keeps no names. */
            app_name?: string | undefined;
            /** @description ID of the ROMA Connect instance that the data source belongs to. */
            instance_id?: string | undefined;
            /**
             * Format: int64
             * @description When the data source was registered, UTC in milliseconds since 1970-01-01.
             */
            create_time?: number | undefined;
            /**
             * Format: int64
             * @description When the data source was last changed, UTC in milliseconds since 1970-01-01.
             */
            update_time?: number | undefined;
            /** @description ID of the connector that the data source was made through; absent for the built-in types. */
            custom_plugin_id?: string | undefined;
            content?: components["schemas"]["Content"] | undefined;
            /** @description What the data source is, in its owner's words. */
            description?: string | undefined;
            /** @description What the caller may do with the data sources of the integration application; absent where the server knows no such permissions. */
            app_permission?: ("read" | "access" | "delete" | "modify")[] | undefined;
        };
        /**
         * FdiPageQuery
         * @description One page of data sources.
         */
        FdiPageQuery: {
            /**
             * Format: int64
             * @description How many data sources fit the filters in all.
             */
            total: number;
            /**
             * Format: int32
             * @description How many data sources this page holds.
             */
            size: number;
            /** @description The data sources of this page, without their secrets. */
            entities: components["schemas"]["DataSourceRsp"][];
        };
        /**
         * ErrorRsp
         * @description What went wrong. Decide by `error_code`; `error_msg` is for people and may change.
         */
        ErrorRsp: {
            /** @description Code of the fault, `FDI.` and four digits from the service or `APIGW.` and four digits from the gateway before it. */
            error_code: string;
            /** @description What was wrong, where, and what to do, in one sentence or two of at most 512 characters. */
            error_msg: string;
        };
        /**
         * DatasourceFacts
         * @description What data sources of all types are registered with.
         */
        DatasourceFacts: {
            /** @description Name of the data source, 1 to 255 characters without `& < > " ' ( )`; unique within the project and the instance. */
            datasource_name: string;
            /** @description ID of the integration application that the data source is to belong to, 1 to 255 characters. A self-hosted server keeps it as it is. */
            app_id: string;
            /** @description What the data source is, in your words, 4 to 1,024 characters. */
            description?: string | undefined;
        };
        /**
         * Password
         * @description Password to log in with. Kept sealed; no answer has it.
         */
        Password: string;
        /**
         * ConnectionUrl
         * @description Connection string or address of the service, at most 256 characters. Kept sealed, since it may hold a password.
         */
        ConnectionUrl: string;
        /**
         * AddressContent
         * @description A relational database by its address, in mode `default`.
         */
        AddressContent: {
            /**
             * @description The way in which the database is named here; `default` is also what is meant where it is left out.
             * @default default
             * @enum {string}
             */
            mode?: "default" | undefined;
            host: components["schemas"]["Host"];
            port: components["schemas"]["Port"];
            database_name: components["schemas"]["DatabaseName"];
            user_name: components["schemas"]["UserName"];
            password?: components["schemas"]["Password"] | undefined;
            url?: components["schemas"]["ConnectionUrl"] | undefined;
            encoding?: components["schemas"]["CharacterSet"] | undefined;
            mysql_timeout?: components["schemas"]["MysqlTimeout"] | undefined;
            /**
             * @description Whether the connection is encrypted with TLS and the certificate checked; not encrypted where it is left out.
             * @default false
             */
            ssl?: boolean | undefined;
        };
        /**
         * UrlContent
         * @description A relational database by a connection string, in mode `professional`. Self-hosted servers refuse it.
         */
        UrlContent: {
            /**
             * @description The way in which the database is named here.
             * @enum {string}
             */
            mode: "professional";
            url: components["schemas"]["ConnectionUrl"];
            user_name?: components["schemas"]["UserName"] | undefined;
            password?: components["schemas"]["Password"] | undefined;
            encoding?: components["schemas"]["CharacterSet"] | undefined;
            mysql_timeout?: components["schemas"]["MysqlTimeout"] | undefined;
            /**
             * @description Whether the connection is encrypted with TLS and the certificate checked; not encrypted where it is left out.
             * @default false
             */
            ssl?: boolean | undefined;
        };
        /**
         * RelationalContent
         * @description Where a relational database is and how it is reached. `mode` says which of the two ways.
         */
        RelationalContent: components["schemas"]["AddressContent"] | components["schemas"]["UrlContent"];
        /**
         * RelationalDatasource
         * @description A relational database.
         */
        RelationalDatasource: components["schemas"]["DatasourceFacts"] & {
            /**
             * @description Kind of the data source.
             * @enum {string}
             */
            datasource_type: "MYSQL" | "TAURUS" | "POSTGRESQL" | "GAUSS200" | "SQLSERVER" | "DB2" | "DWS" | "HANA";
            content: components["schemas"]["RelationalContent"];
        } & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            datasource_type: "MYSQL" | "TAURUS" | "POSTGRESQL" | "GAUSS200" | "SQLSERVER" | "DB2" | "DWS" | "HANA";
        };
        /**
         * SqliteContent
         * @description An SQLite file of a self-hosted server.
         */
        SqliteContent: {
            database_name: components["schemas"]["DatabaseName"];
            password?: components["schemas"]["Password"] | undefined;
        };
        /**
         * SqliteDatasource
         * @description An SQLite file of a self-hosted server; the cloud refuses it.
         */
        SqliteDatasource: components["schemas"]["DatasourceFacts"] & {
            /**
             * @description Kind of the data source.
             * @enum {string}
             */
            datasource_type: "SQLITE";
            content: components["schemas"]["SqliteContent"];
        } & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            datasource_type: "SQLITE";
        };
        /**
         * ContentWithSecrets
         * @description Where a data source is, how it is reached, and the secrets that it takes. Which fields are needed depends on the type and the mode.
         */
        ContentWithSecrets: components["schemas"]["Content"] & {
            /** @description Nodes of an Oracle cluster, 1 to 100. Needed in mode `multiAddress`. */
            multi_oracle_address?: components["schemas"]["MultiOracleAddress"][] | undefined;
            password?: components["schemas"]["Password"] | undefined;
            /** @description Secret access key for cloud services, at most 256 characters. Kept sealed. */
            sk?: string | undefined;
            url?: components["schemas"]["ConnectionUrl"] | undefined;
            /** @description How an API authenticates the caller: the method and its credentials, as the vendor's documents list them. Kept sealed. */
            api_auth_detail?: {
                [key: string]: unknown;
            } | undefined;
            /** @description Password, or application secret, of the encrypted connection, at most 256 characters. Kept sealed. */
            ssl_password?: string | undefined;
            /** @description Password of the trust store, at most 256 characters. Kept sealed. */
            trust_store_password?: string | undefined;
            /** @description Content of the key store, which holds a private key, at most 1,024 characters. Kept sealed. */
            key_store?: string | undefined;
            /** @description Password of the key store, at most 256 characters. Kept sealed. */
            key_store_password?: string | undefined;
            /** @description Password of the private key in the key store, at most 256 characters. Kept sealed. */
            key_store_key_password?: string | undefined;
            /** @description Community name of SNMP, which serves as a password, at most 256 characters. Kept sealed. */
            snmp_community?: string | undefined;
            /** @description Content of the file with the account's settings, in Base64, at most 256 characters. Kept sealed. */
            config_file_content?: string | undefined;
            /** @description Settings of the connector for `CUSTOMIZED`, as the connector defines them. Kept sealed. */
            connector_params?: {
                [key: string]: unknown;
            } | undefined;
        };
        /**
         * OtherDatasource
         * @description A database, queue or service of another kind. The settings of all of them have one schema.
         */
        OtherDatasource: components["schemas"]["DatasourceFacts"] & {
            /**
             * @description Kind of the data source.
             * @enum {string}
             */
            datasource_type: "KAFKA" | "API" | "OBS" | "SAP" | "MRSHBASE" | "MRSHDFS" | "MRSHIVE" | "WEBSOCKET" | "ORACLE" | "REDIS" | "MONGODB" | "DIS" | "HL7" | "RABBITMQ" | "SNMP" | "IBMMQ" | "CUSTOMIZED" | "ACTIVEMQ" | "ARTEMISMQ" | "FTP" | "HIVE" | "FIKAFKA" | "MRSKAFKA" | "FIHDFS" | "FIHIVE" | "GAUSS100" | "LDAP";
            content: components["schemas"]["ContentWithSecrets"];
        } & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            datasource_type: "KAFKA" | "API" | "OBS" | "SAP" | "MRSHBASE" | "MRSHDFS" | "MRSHIVE" | "WEBSOCKET" | "ORACLE" | "REDIS" | "MONGODB" | "DIS" | "HL7" | "RABBITMQ" | "SNMP" | "IBMMQ" | "CUSTOMIZED" | "ACTIVEMQ" | "ARTEMISMQ" | "FTP" | "HIVE" | "FIKAFKA" | "MRSKAFKA" | "FIHDFS" | "FIHIVE" | "GAUSS100" | "LDAP";
        };
        /**
         * DatasourceInfo
         * @description A data source to register. What its `content` holds depends on its type.
         */
        DatasourceInfo: components["schemas"]["RelationalDatasource"] | components["schemas"]["SqliteDatasource"] | components["schemas"]["OtherDatasource"];
        /**
         * TestConnectRsp
         * @description That the connection could be made. A failed test is an error.
         */
        TestConnectRsp: {
            /** @description Always `true`. */
            result?: boolean | undefined;
        };
        /**
         * DatasourceTables
         * @description The tables of a data source that its user may read.
         */
        DatasourceTables: {
            /** @description The tables, written `schema.table`, sorted by schema and name. */
            tables: string[];
        };
        /**
         * ColumnInfo
         * @description A column of a table, with what its database knows about it. All flags but one are texts, as the vendor has them.
         */
        ColumnInfo: {
            /** @description Name of the column, character for character. */
            field_name?: string | undefined;
            /** @description Type of the column in upper case without its length, such as `VARCHAR`, `INT8` or `TIMESTAMP(6)` (which keeps its precision). */
            field_type?: string | undefined;
            /** @description Length of the type as decimal digits, the precision for exact numbers; `"0"` where the type has none. */
            field_length?: string | undefined;
            /**
             * @description Whether a row may hold NULL here.
             * @enum {string}
             */
            null_able?: "0" | "1" | undefined;
            /**
             * @description Whether the column belongs to the primary key.
             * @enum {string}
             */
            primary?: "0" | "1" | undefined;
            /**
             * @description Whether no two rows may hold the same value in this column alone. A self-hosted server knows it of primary keys of one column.
             * @enum {string}
             */
            unique?: "0" | "1" | undefined;
            /** @description Digits behind the decimal point, as decimal digits; `null` for a type that is no exact number. */
            decimal_digits?: string | null | undefined;
            /** @description Whether the table is partitioned by this column. Self-hosted servers leave it out. */
            is_partition?: boolean | undefined;
        };
        /**
         * DatasourceColumns
         * @description The columns of a table of a data source.
         */
        DatasourceColumns: {
            /** @description The columns, in the order of the table. */
            columns: components["schemas"]["ColumnInfo"][];
        };
        /**
         * MultiTaskInitExtInfo
         * @description Extended attributes of the task to initialise; `server_id` is the only one so far. May be left empty.
         */
        MultiTaskInitExtInfo: {
            /** @description Server ID under which the task reads the binary log of a MySQL source: 1 to 20 characters, other than the ID of the database itself. Needed when the source is MySQL and the task is to run. */
            server_id?: string | null | undefined;
        } | null;
        /**
         * MultiTaskInitBody
         * @description What a composite task is initialised with. Every property may be left out; `null` means the same, and so does `""` for the IDs.
         */
        MultiTaskInitBody: {
            ext_info?: components["schemas"]["MultiTaskInitExtInfo"] | undefined;
            /** @description ID of the data source to read from, 1 to 64 characters. Give both data sources or none. */
            source_datasource_id?: string | null | undefined;
            /** @description ID of the data source to write to, 1 to 64 characters. Give both data sources or none; it may be the same as the source. */
            target_datasource_id?: string | null | undefined;
            /** @description ID of the task to initialise: 3 to 50 letters, digits, `.`, `_` or `-`, the first a letter or digit; never `init`. Left out, an ID is assigned. An ID that is not in use makes a new task under it. */
            task_id?: string | null | undefined;
            /**
             * @description Whether to read both databases and map their tables and columns automatically. Left out, no mapping is made.
             * @default false
             */
            auto_mapping?: boolean | null | undefined;
        };
        /**
         * MultiTaskExtInfo
         * @description Extended attributes of the task; `server_id` is the only one so far.
         */
        MultiTaskExtInfo: {
            /** @description Server ID under which the task reads the binary log of a MySQL source. Absent where none was given. */
            server_id?: string | undefined;
        };
        /**
         * MultiTaskPair
         * @description A task and one of its pairs of data sources. A task without a pair has the `task_id` alone.
         */
        MultiTaskPair: {
            ext_info?: components["schemas"]["MultiTaskExtInfo"] | undefined;
            /** @description ID of the composite task, given by the caller or assigned (32 lower-case hexadecimal digits). */
            task_id: string;
            /** @description ID of the data source that is read from. */
            source_datasource_id?: string | undefined;
            /** @description ID of the data source that is written to. */
            target_datasource_id?: string | undefined;
            /** @description Name of the group that the source tables form within the task; `SOURCE_GROUP1` unless another was given. */
            source_group?: string | undefined;
            /** @description Name of the group that the destination tables form within the task; `TARGET_GROUP1` unless another was given. */
            target_group?: string | undefined;
            /** @description The source data source once more; the same value as `source_datasource_id`, under the name that automatic mapping uses. */
            source_ds_id?: string | undefined;
            /** @description The destination data source once more; the same value as `target_datasource_id`, under the name that automatic mapping uses. */
            target_ds_id?: string | undefined;
            /** @description ID of the ROMA Connect instance that the source data source belongs to. */
            source_instance_id?: string | undefined;
            /** @description ID of the ROMA Connect instance that the destination data source belongs to. */
            target_instance_id?: string | undefined;
            /** @description ID of the integration application that the source data source belongs to. */
            source_app_id?: string | undefined;
            /** @description ID of the integration application that the destination data source belongs to. */
            target_app_id?: string | undefined;
            /** @description Name that the source data source was registered under. */
            source_datasource_name?: string | undefined;
            /** @description Name that the destination data source was registered under. */
            target_datasource_name?: string | undefined;
            /** @description Type of the source data source. Free text in the vendor's answers, so compare without regard to case. */
            source_datasource_type?: string | undefined;
            /** @description Type of the destination data source. Free text in the vendor's answers, so compare without regard to case. */
            target_datasource_type?: string | undefined;
        };
        /**
         * MultiTaskMappingStatus
         * @description How a mapping came to be, or what waits to happen to it.
         * @enum {string}
         */
        MultiTaskMappingStatus: "AUTO" | "MANUAL" | "ADD" | "UPDATE" | "DELETE" | "USING";
        /**
         * MultiTaskColumnInfo
         * @description A column as its database declares it.
         */
        MultiTaskColumnInfo: {
            /** @description Name of the column, character for character. */
            field_name?: string | undefined;
            /** @description Type of the column in upper case without its length, such as `VARCHAR`, `INT8` or `TIMESTAMP(6)` (which keeps its precision). */
            field_type?: string | undefined;
            /** @description Length of the type as decimal digits, the precision for exact numbers; `"0"` where the type has none. */
            field_length?: string | undefined;
        };
        /**
         * MappingInfo
         * @description A column of the source table that feeds a column of the destination table.
         */
        MappingInfo: {
            /** @description Name of the source column. */
            source_column?: string | undefined;
            /** @description Type of the source column, written as in `field_type`. */
            source_column_type?: string | undefined;
            /** @description Length of the source column, written as in `field_length`. */
            source_column_length?: string | undefined;
            /** @description Name of the destination column. */
            target_column?: string | undefined;
            /** @description Type of the destination column, written as in `field_type`. */
            target_column_type?: string | undefined;
            /** @description Length of the destination column, written as in `field_length`. */
            target_column_length?: string | undefined;
        };
        /**
         * TableRule
         * @description Why two tables were paired, the strongest first.
         * @enum {string}
         */
        TableRule: "given" | "same-name" | "folded-name" | "bare-name" | "same-words" | "abbreviation" | "synonym" | "part-of-name" | "shared-columns" | "same-neighbours" | "remainder";
        /**
         * TableRunnerUp
         * @description A pair of tables that was not proposed.
         */
        TableRunnerUp: {
            /** @description Source table of the other pair, written `schema.table`. */
            source_table: string;
            /** @description Destination table of the other pair, written `schema.table`. */
            target_table: string;
            /** @description How well the two tables go together, 0 to 1. Scores rank; they are no chances. */
            score: number;
        };
        /**
         * ColumnRule
         * @description Why two columns were paired, the strongest reason first.
         * @enum {string}
         */
        ColumnRule: "given" | "same-name" | "folded-name" | "bare-name" | "same-words" | "abbreviation" | "synonym" | "part-of-name" | "similar-spelling" | "same-key" | "same-reference";
        /**
         * ColumnRunnerUp
         * @description A pair of columns that was not proposed.
         */
        ColumnRunnerUp: {
            /** @description Source column of the other pair. */
            source_column: string;
            /** @description Destination column of the other pair. */
            target_column: string;
            /** @description How well the two columns go together, 0 to 1; like the score of tables no chance. */
            score: number;
        };
        /**
         * ColumnExplanation
         * @description Why two columns were paired.
         */
        ColumnExplanation: {
            /** @description The source column of the pair that is explained. */
            source_column: string;
            /** @description The destination column of the pair that is explained. */
            target_column: string;
            rule: components["schemas"]["ColumnRule"];
            /** @description The chance that the pair is right, 0 to 1, in thousandths; that of the two tables is part of it. */
            confidence: number;
            /** @description Other pairs of these two tables that it was preferred to, each with one of the two columns; the nearest first, at most 3. */
            runners_up: components["schemas"]["ColumnRunnerUp"][];
        };
        /**
         * UnmappedColumnReason
         * @description Why a column of a mapped table stayed unmapped.
         * @enum {string}
         */
        UnmappedColumnReason: "name-too-long" | "repeated-name" | "no-counterpart" | "too-little-in-common" | "too-doubtful" | "counterpart-taken" | "other-content" | "mapped-elsewhere" | "refused";
        /**
         * UnmappedColumn
         * @description A column of a mapped table that is in no pair.
         */
        UnmappedColumn: {
            /** @description Name of the column that has no counterpart. */
            column: string;
            reason: components["schemas"]["UnmappedColumnReason"];
            /** @description The most similar column of the other table, whether it is mapped or not; absent where none resembles it. */
            nearest_column?: string | undefined;
            /** @description How well the column and `nearest_column` go together, 0 to 1. */
            nearest_score?: number | undefined;
        };
        /**
         * MappingExplanation
         * @description Why automatic mapping proposed a mapping, and what it was preferred to, as it was judged when it was proposed. Mappings that were made or changed by hand have none, nor have those that a server proposed before it kept reasons. Only with `explain=true`; with `fields=summary` the lists of columns are left out.
         */
        MappingExplanation: {
            rule: components["schemas"]["TableRule"];
            /** @description The chance that the two tables belong together, 0 to 1, in thousandths; 1 where it is proven or was decided by hand. */
            confidence: number;
            /** @description Other pairs that this one was preferred to, each with one of its two tables; the nearest first, at most 3. */
            runners_up: components["schemas"]["TableRunnerUp"][];
            /** @description The reason of each column pair, in the order of `mapping`. */
            columns?: components["schemas"]["ColumnExplanation"][] | undefined;
            /** @description Columns of the source table that are in no pair, in the table's order. */
            unmapped_source_columns?: components["schemas"]["UnmappedColumn"][] | undefined;
            /** @description Columns of the destination table that are in no pair, in the table's order. */
            unmapped_target_columns?: components["schemas"]["UnmappedColumn"][] | undefined;
        };
        /**
         * MultiTaskMappingElement
         * @description A table of the source that feeds a table of the destination, and how their columns do.
         */
        MultiTaskMappingElement: {
            /** @description ID of the mapping, unique among all mappings. */
            id?: string | undefined;
            /** @description Source table, written `schema.table`. */
            source_table?: string | undefined;
            /** @description Destination table, written `schema.table`. */
            target_table?: string | undefined;
            /**
             * Format: int64
             * @description When the mapping was made or last changed, UTC in milliseconds since 1970-01-01.
             */
            updated_time?: number | undefined;
            /**
             * Format: int32
             * @description How well the source table is covered, 0 to 100: the sum of the confidence in each column pair, divided by the number of source columns and rounded down; 0 for a table without columns. 100 means that every source column is mapped and certain.
             */
            mapping_percent?: number | undefined;
            status?: components["schemas"]["MultiTaskMappingStatus"] | undefined;
            /** @description All columns of the source table, in its order. */
            source_columns?: components["schemas"]["MultiTaskColumnInfo"][] | undefined;
            /** @description All columns of the destination table, in its order. */
            target_columns?: components["schemas"]["MultiTaskColumnInfo"][] | undefined;
            /** @description The column pairs, in the order of the source columns. A column that is in none stays unmapped. */
            mapping?: components["schemas"]["MappingInfo"][] | undefined;
            /**
             * Format: int32
             * @description How many column pairs the mapping has. Only with `fields=summary`, which leaves out the columns.
             */
            mapped?: number | undefined;
            /**
             * Format: int32
             * @description How many columns of the source table are in no pair. Only with `fields=summary`; with `mapped` it makes all columns of the source table.
             */
            unmapped?: number | undefined;
            explanation?: components["schemas"]["MappingExplanation"] | undefined;
        };
        /**
         * MultiTaskSchemaMappingElement
         * @description A schema of the source with at least one table that feeds a table of a destination schema.
         */
        MultiTaskSchemaMappingElement: {
            /** @description ID of the schema mapping, unique among all schema mappings. */
            id?: string | undefined;
            /** @description Name of the source schema; for MySQL the database, for SQLite `main`. */
            source_schema?: string | undefined;
            /** @description Name of the destination schema; for MySQL the database, for SQLite `main`. */
            target_schema?: string | undefined;
            /**
             * Format: int64
             * @description When the schema mapping was made or last changed, UTC in milliseconds since 1970-01-01.
             */
            updated_time?: number | undefined;
            status?: components["schemas"]["MultiTaskMappingStatus"] | undefined;
        };
        /**
         * MultiTaskInitElement
         * @description One pair of data sources of a composite task with the first of its mappings.
         */
        MultiTaskInitElement: components["schemas"]["MultiTaskPair"] & {
            /** @description The first 10 table mappings of the pair, in the order in which they were made. `listMultiTaskMappings` reads all. */
            mappings?: components["schemas"]["MultiTaskMappingElement"][] | undefined;
            /** @description The first 10 schema mappings of the pair, one for each two schemas with at least one mapped table. */
            schema_mappings?: components["schemas"]["MultiTaskSchemaMappingElement"][] | undefined;
            /**
             * Format: int32
             * @description How many table mappings the pair has in all. Schema mappings are not counted.
             */
            mappings_total_count?: number | undefined;
        };
        /**
         * OperationTypes
         * @description Which changes of the source the task passes on, 1 to 3 of them.
         */
        OperationTypes: ("INSERT" | "UPDATE" | "DELETE")[];
        /**
         * MultiTaskRequestBody
         * @description A composite task to create, from a draft or from nothing.
         */
        MultiTaskRequestBody: {
            /** @description Name of the task, 3 to 100 letters, digits, `.`, `_` or `-`, the first a letter or digit; unique within the project and the instance. */
            task_name: string;
            /** @description ID of the draft that `installMultiTasks` made, 3 to 50 characters. Left out, or where no task has this ID, a new task without pairs is made, under this ID if one is given. */
            task_id?: string | null | undefined;
            /**
             * @description How the task is to run. Composite tasks take `REALTIME` alone, which is also what is meant where it is left out.
             * @enum {string|null}
             */
            task_type?: "REALTIME" | "TIMING" | null | undefined;
            /** @description What the task is for, in your words, 1 to 1,024 characters; empty means none. */
            description?: string | null | undefined;
            /** @description Label to group tasks by, 4 to 64 letters, digits, `-` or `_`; empty means none. */
            task_tag?: string | null | undefined;
            operation_types: components["schemas"]["OperationTypes"];
            /** @description ID of the integration application that the task reads for, 1 to 64 characters; left out, that of the first source. */
            source_app_id?: string | null | undefined;
            /** @description ID of the integration application that the task writes for, 1 to 64 characters; left out, that of the first destination. */
            target_app_id?: string | null | undefined;
        };
        /**
         * MultiTaskIdRsp
         * @description The task that was created or changed.
         */
        MultiTaskIdRsp: {
            /** @description ID of the composite task. */
            task_id: string;
        };
        /**
         * MultiTaskUpdateBody
         * @description What is to change in a composite task. Its name and its data sources stay.
         */
        MultiTaskUpdateBody: {
            /** @description What the task is for, in your words, 1 to 1,024 characters. Left out or `null`, the present one stays; empty removes it. */
            description?: string | null | undefined;
            /** @description Label to group tasks by, 4 to 64 letters, digits, `-` or `_`. Left out or `null`, the present one stays; empty removes it. */
            task_tag?: string | null | undefined;
            operation_types: components["schemas"]["OperationTypes"];
            /** @description Whether the data that the source holds already is to be taken over as well when the task starts next. */
            repulling_snapshot: boolean;
        };
        /**
         * MultiTaskResetBody
         * @description From where the task is to read the changes of its source again.
         */
        MultiTaskResetBody: {
            /**
             * Format: int64
             * @description Time of the first change to read again, UTC in milliseconds since 1970-01-01, at least 1. Left out or `null`, reading begins at the time of the next start.
             */
            date_from?: number | null | undefined;
        };
        /**
         * MessageRsp
         * @description That the operation was done, in words.
         */
        MessageRsp: {
            /** @description A word or two for people. Decide by the status of the answer. */
            message?: string | undefined;
        };
        /**
         * UnmappedTableReason
         * @description Why a table stayed unmapped.
         * @enum {string}
         */
        UnmappedTableReason: "name-too-long" | "out-of-range" | "no-counterpart" | "too-little-in-common" | "too-doubtful" | "counterpart-taken" | "too-many-alike" | "refused";
        /**
         * UnmappedTable
         * @description A table that is in no mapping.
         */
        UnmappedTable: {
            /** @description The table, written `schema.table`. */
            table: string;
            reason: components["schemas"]["UnmappedTableReason"];
            /** @description The most similar table of the other side, written `schema.table`, whether it is mapped or not; absent where none resembles it. */
            nearest_table?: string | undefined;
            /** @description How well the table and `nearest_table` go together, 0 to 1. */
            nearest_score?: number | undefined;
        };
        /**
         * MultiTaskMappingsPage
         * @description One pair of data sources of a composite task with one page of its mappings.
         */
        MultiTaskMappingsPage: components["schemas"]["MultiTaskPair"] & {
            /** @description The table mappings of this page, up to `limit`, in the order in which they were made. */
            mappings?: components["schemas"]["MultiTaskMappingElement"][] | undefined;
            /** @description The schema mappings of the pair, whatever the page; at most 1,000. */
            schema_mappings?: components["schemas"]["MultiTaskSchemaMappingElement"][] | undefined;
            /**
             * Format: int32
             * @description How many table mappings fit the filters in all, over every page.
             */
            mappings_total_count?: number | undefined;
            /** @description Source tables that are in no mapping, `limit` of them from `offset` on, sorted by schema and table, as automatic mapping last saw them. Only with `explain=true`. */
            unmapped_source_tables?: components["schemas"]["UnmappedTable"][] | undefined;
            /**
             * Format: int32
             * @description How many source tables are in no mapping, over every page. Only with `explain=true`.
             */
            unmapped_source_tables_total_count?: number | undefined;
            /** @description Destination tables that are in no mapping, `limit` of them from `offset` on, sorted by schema and table, as automatic mapping last saw them. Only with `explain=true`. */
            unmapped_target_tables?: components["schemas"]["UnmappedTable"][] | undefined;
            /**
             * Format: int32
             * @description How many destination tables are in no mapping, over every page. Only with `explain=true`.
             */
            unmapped_target_tables_total_count?: number | undefined;
        };
        /**
         * MultiTaskColumnInput
         * @description A column, as the caller knows it.
         */
        MultiTaskColumnInput: {
            /** @description Name of the column, character for character, 1 to 256 characters. */
            field_name: string;
            /** @description Type of the column in upper case without its length, 1 to 256 characters; left out, that of the database. */
            field_type?: string | null | undefined;
            /** @description Length of the type as decimal digits, up to 10,000,000; left out, that of the database. */
            field_length?: string | null | undefined;
        };
        /**
         * MappingInput
         * @description A column of the source table that is to feed a column of the destination table.
         */
        MappingInput: {
            /** @description Name of the source column, 1 to 256 characters. */
            source_column: string;
            /** @description Type of the source column, written as in `field_type`, at most 256 characters; left out, that of the database. */
            source_column_type?: string | null | undefined;
            /** @description Length of the source column, written as in `field_length`; left out, that of the database. */
            source_column_length?: string | null | undefined;
            /** @description Name of the destination column, 1 to 256 characters. */
            target_column: string;
            /** @description Type of the destination column, written as in `field_type`, at most 256 characters; left out, that of the database. */
            target_column_type?: string | null | undefined;
            /** @description Length of the destination column, written as in `field_length`; left out, that of the database. */
            target_column_length?: string | null | undefined;
        };
        /**
         * MultiTaskMappingCreateBody
         * @description A table of the source that is to feed a table of the destination, and how their columns do.
         */
        MultiTaskMappingCreateBody: {
            ext_info?: components["schemas"]["MultiTaskInitExtInfo"] | undefined;
            /** @description ID of the data source that the source table lies in, 1 to 64 characters; with the destination it must be a pair of the task. */
            source_datasource_id: string;
            /** @description ID of the data source that the destination table lies in, 1 to 64 characters; with the source it must be a pair of the task. */
            target_datasource_id: string;
            /** @description Source table, written `schema.table`, or as the table's name alone where only one schema has it; at most 256 characters. */
            source_table?: string | null | undefined;
            /** @description Destination table, written `schema.table`, or as the table's name alone where only one schema has it; at most 256 characters. */
            target_table?: string | null | undefined;
            /** @description All columns of the source table, at most 9,999. Left out, they are read from the database; given, each must be one that it has, and stand there once. */
            source_columns?: components["schemas"]["MultiTaskColumnInput"][] | null | undefined;
            /** @description All columns of the destination table, at most 9,999. Left out, they are read from the database; given, each must be one that it has, and stand there once. */
            target_columns?: components["schemas"]["MultiTaskColumnInput"][] | null | undefined;
            /** @description The column pairs, at most 9,999; each column stands in one at most. Left out, no column is mapped. The answers call this list `mapping`. */
            mapping_columns?: components["schemas"]["MappingInput"][] | null | undefined;
        };
        /**
         * MappingIdRsp
         * @description The mapping that was created, changed or deleted.
         */
        MappingIdRsp: {
            /** @description ID of the mapping, unique among all mappings. */
            mapping_id: string;
        };
        /**
         * ColumnDecision
         * @description A pair of columns that somebody decided on.
         */
        ColumnDecision: {
            /** @description Name of a column of the source table, character for character; 1 to 256 characters. */
            source: string;
            /** @description Name of a column of the destination table, character for character; 1 to 256 characters. */
            target: string;
        };
        /**
         * TableDecision
         * @description A pair of tables that somebody decided on, or pairs of their columns.
         */
        TableDecision: {
            /** @description Source table, written `schema.table`, or as the table's name alone where only one schema has it; 1 to 513 characters. */
            source: string;
            /** @description Destination table, written `schema.table`, or as the table's name alone where only one schema has it; 1 to 513 characters. */
            target: string;
            /** @description The column pairs that are decided on; a column stands in one of them at most; at most 9999. What leaving them out means is said where the list is. */
            columns?: components["schemas"]["ColumnDecision"][] | null | undefined;
        };
        /**
         * MultiTaskDecisions
         * @description What people decided on the mappings of one pair of data sources: the body of `applyMultiTaskDecisions`, and the file that `automap --decisions` reads.
         */
        MultiTaskDecisions: {
            /** @description ID of the source of the pair. Needed, with the destination, where the task has several pairs; the command line passes it over. */
            source_datasource_id?: string | null | undefined;
            /** @description ID of the destination of the pair. Needed, with the source, where the task has several pairs; the command line passes it over. */
            target_datasource_id?: string | null | undefined;
            /** @description Mappings of the task that are right. With `columns` these column pairs of the mapping are, and the others stay as they were proposed; without, all of them are. At most 20000. */
            accepted?: components["schemas"]["TableDecision"][] | null | undefined;
            /** @description Pairs that are made by hand, whether they were proposed or not. The column pairs of `columns` are added to those that the mapping has, and take their columns from them; without `columns` the two tables alone are decided on. At most 20000. */
            fixed?: components["schemas"]["TableDecision"][] | null | undefined;
            /** @description Pairs that are wrong: their mappings are deleted, and they are not proposed again. With `columns` these column pairs alone, and the mapping of the two tables stays. At most 20000. */
            refused?: components["schemas"]["TableDecision"][] | null | undefined;
        };
        /**
         * MultiTaskDecisionsRsp
         * @description What a document of decisions changed. The same document again changes nothing.
         */
        MultiTaskDecisionsRsp: {
            /**
             * Format: int32
             * @description Mappings that were confirmed as they are, and were proposals before.
             */
            accepted_count: number;
            /**
             * Format: int32
             * @description Mappings that were made.
             */
            created_count: number;
            /**
             * Format: int32
             * @description Mappings whose column pairs changed.
             */
            updated_count: number;
            /**
             * Format: int32
             * @description Mappings that were deleted; while the task runs they wait for its end.
             */
            deleted_count: number;
            /**
             * Format: int32
             * @description Pairs of tables, and pairs of columns, that are not proposed from now on and were not refused before.
             */
            refused_count: number;
            /**
             * Format: int32
             * @description Decisions that changed nothing, since all of it was so already.
             */
            unchanged_count: number;
        };
        /**
         * ExecuteStatus
         * @description How the latest run of a task stands.
         * @enum {string}
         */
        ExecuteStatus: "UNSTARTED" | "WAITING" | "RUNNING" | "SUCCESS" | "CANCELLED" | "ERROR";
        /**
         * BriefTaskRespBean
         * @description A task as lists show it.
         */
        BriefTaskRespBean: {
            /** @description ID of the task. */
            task_id?: string | undefined;
            /** @description Name of the task. */
            task_name?: string | undefined;
            /**
             * @description How the task runs; `showTask` writes the same in lower case. Composite tasks are always `REALTIME`.
             * @enum {string}
             */
            task_type?: "REALTIME" | "TIMING" | undefined;
            /**
             * Format: int32
             * @description Whether the task runs; `showTask` writes `stop` and `running`.
             * @enum {integer}
             */
            status?: 0 | 1 | undefined;
            /**
             * Format: int64
             * @description When the task was made, UTC in milliseconds since 1970-01-01. The vendor declares a date and shows a number.
             */
            created_date?: number | undefined;
            /** @description Version of the task's engine in the cloud. Self-hosted servers leave it out. */
            version?: string | undefined;
            /**
             * Format: int64
             * @description When the task was last changed, UTC in milliseconds since 1970-01-01.
             */
            last_modified_time?: number | undefined;
            execute_status?: components["schemas"]["ExecuteStatus"] | undefined;
            /** @description ID of the integration application that the task reads for. */
            source_app_id?: string | undefined;
            /** @description ID of the integration application that the task writes for. */
            target_app_id?: string | undefined;
            /** @description ID of the ROMA Connect instance that the first source belongs to. */
            source_instance_id?: string | undefined;
            /** @description ID of the ROMA Connect instance that the first destination belongs to. */
            target_instance_id?: string | undefined;
            /** @description Kind of the task, `cdc` for composite tasks; absent for ordinary ones. */
            ext_type?: string | undefined;
            /** @description ID of the enterprise project in the cloud. Self-hosted servers leave it out. */
            enterprise_project_id?: string | undefined;
            /** @description Label that tasks are grouped by. */
            task_tag?: string | undefined;
        };
        /**
         * TaskPage
         * @description One page of tasks.
         */
        TaskPage: {
            /**
             * Format: int64
             * @description How many tasks fit the filters in all.
             */
            total: number;
            /**
             * Format: int32
             * @description How many tasks this page holds.
             */
            size: number;
            /** @description The tasks of this page. */
            entities: components["schemas"]["BriefTaskRespBean"][];
        };
        /**
         * TaskBasicRsp
         * @description The facts of a task. Those that it does not have yet are left out; the data-source fields are those of its first pair.
         */
        TaskBasicRsp: {
            /** @description ID of the task. */
            task_id?: string | undefined;
            /** @description Name of the task, 3 to 100 characters. A draft has none. */
            task_name?: string | undefined;
            /**
             * @description How the task runs. Composite tasks are always `realtime`.
             * @enum {string}
             */
            task_type?: "realtime" | "timing" | undefined;
            /**
             * @description Whether the task runs.
             * @enum {string}
             */
            status?: "stop" | "running" | undefined;
            /** @description ID of the project that the task belongs to. */
            project_id?: string | undefined;
            /** @description ID of the data source that the task reads from. */
            source_datasource_id?: string | undefined;
            /** @description ID of the data source that the task writes to. */
            target_datasource_id?: string | undefined;
            /** @description Name of the data source that the task reads from. */
            source_datasource_name?: string | undefined;
            /** @description Name of the data source that the task writes to. */
            target_datasource_name?: string | undefined;
            /** @description ID of the integration application that the source data source belongs to. */
            source_app_id?: string | undefined;
            /** @description ID of the integration application that the destination data source belongs to. */
            target_app_id?: string | undefined;
            /** @description Name of the integration application that the source data source belongs to; absent where the server keeps no names. */
            source_app_name?: string | undefined;
            /** @description Name of the integration application that the destination data source belongs to; absent where the server keeps no names. */
            target_app_name?: string | undefined;
            /**
             * Format: int64
             * @description When the task was made, UTC in milliseconds since 1970-01-01.
             */
            created_date?: number | undefined;
            /**
             * Format: int64
             * @description When the task was last changed, UTC in milliseconds since 1970-01-01.
             */
            last_modified_date?: number | undefined;
            /** @description What the task is for, in its owner's words. */
            description?: string | undefined;
            /** @description Label that tasks are grouped by, 4 to 64 letters, digits, `-` or `_`. */
            task_tag?: string | undefined;
        };
        /**
         * TaskResponseV2
         * @description A task and, where its kind has them, the details of its settings.
         */
        TaskResponseV2: {
            task: components["schemas"]["TaskBasicRsp"];
            /** @description Settings of an ordinary task as JSON text. Composite tasks have none. */
            task_detail?: string | undefined;
        };
        /**
         * TaskBatchItem
         * @description A task of a batch.
         */
        TaskBatchItem: {
            /** @description ID of the task, as `installMultiTasks` or `createMultiTasks` answered it, 1 to 64 characters. */
            task_id: string;
        };
        /**
         * TaskBatchBody
         * @description Tasks to start or to stop.
         */
        TaskBatchBody: {
            /**
             * @description What to do with the tasks.
             * @enum {string}
             */
            action_id: "start" | "stop";
            /** @description The tasks, 1 to 9,999 of them, each by its ID. */
            list: components["schemas"]["TaskBatchItem"][];
        };
        /**
         * TaskBeanFacade
         * @description What became of one task of a batch.
         */
        TaskBeanFacade: {
            /** @description ID of the task, as the request has it. */
            task_id?: string | undefined;
            /** @description Name of the task; absent for a draft, and for a task that does not exist. */
            task_name?: string | undefined;
            /** @description Code of the failure; absent where there was none. */
            error_code?: string | undefined;
            /** @description What was wrong with the task, for people; absent where nothing was. */
            error_msg?: string | undefined;
        };
        /**
         * TaskBatchRsp
         * @description What became of each task of a batch. A batch is answered with 200 even where single tasks fail.
         */
        TaskBatchRsp: {
            /**
             * Format: int32
             * @description How many tasks it was done with.
             */
            success_count: number;
            /**
             * Format: int32
             * @description How many tasks it could not be done with.
             */
            failure_count: number;
            /** @description The tasks that it was done with, in the order of the request. */
            success: components["schemas"]["TaskBeanFacade"][];
            /** @description The tasks that it could not be done with, each with its error, in the order of the request. */
            failure: components["schemas"]["TaskBeanFacade"][];
        };
        /**
         * TaskCountDetails
         * @description How many tasks of one kind, ordinary or composite (`cdc`), are in each state.
         */
        TaskCountDetails: {
            /**
             * Format: int32
             * @description Tasks that run, or wait for their turn.
             */
            running_tasks_count?: number | undefined;
            /**
             * Format: int32
             * @description Tasks whose latest run ended by a failure.
             */
            abnormal_tasks_count?: number | undefined;
            /**
             * Format: int32
             * @description Tasks that were stopped, or never started.
             */
            terminated_tasks_count?: number | undefined;
            /**
             * Format: int32
             * @description Tasks whose latest run ended by itself, with all done.
             */
            completed_tasks_count?: number | undefined;
        };
        /**
         * TaskCounts
         * @description How many tasks there are in each state, ordinary and composite ones apart. Drafts are not counted.
         */
        TaskCounts: {
            common_task_details?: components["schemas"]["TaskCountDetails"] | undefined;
            cdc_task_details?: components["schemas"]["TaskCountDetails"] | undefined;
        };
        /**
         * MultiTaskAutoMappingForm
         * @description Which databases to map automatically, how their tables are named, and which of them count. Sent as form data.
         */
        MultiTaskAutoMappingForm: {
            /** @description ID of the data source to read from, 1 to 64 characters; the other data source and the task must lie in its instance. */
            source_ds_id: string;
            /** @description ID of the data source to write to, 1 to 64 characters. */
            target_ds_id: string;
            /**
             * @description Name of the group that the source tables form within the task, at most 64 characters; left out, `SOURCE_GROUP1`.
             * @default SOURCE_GROUP1
             */
            source_group?: string | undefined;
            /**
             * @description Name of the group that the destination tables form within the task, at most 64 characters; left out, `TARGET_GROUP1`.
             * @default TARGET_GROUP1
             */
            target_group?: string | undefined;
            /** @description ID of the task whose mappings are proposed, 3 to 50 characters. Left out, a new task is made; so it is where no task has this ID. */
            task_id?: string | undefined;
            /** @description Extended attributes of the task as JSON text, `{"server_id":"1111"}`, at most 1,024 characters. */
            ext_info?: string | undefined;
            /**
             * Format: int32
             * @description How the task is to run, as a number. Composite tasks take `1` alone, which is also what is meant where it is left out.
             * @default 1
             * @enum {integer}
             */
            task_type?: 1 | 2 | undefined;
            /** @description What the destination writes before the name of the source table, at most 256 characters. */
            mapping_prefix?: string | undefined;
            /** @description What the destination writes behind the name of the source table, at most 256 characters. */
            mapping_suffix?: string | undefined;
            /** @description The source tables that count, `schema.table1,schema.table2`, or all of a schema, `schema.*`; left out, all. At most 65,536 characters. */
            source_select_mapping_tables?: string | undefined;
            /** @description The destination tables that count, `schema.table1,schema.table2`, or all of a schema, `schema.*`; left out, all. At most 65,536 characters. */
            target_select_mapping_tables?: string | undefined;
        };
    };
    responses: {
        /** @description A parameter does not fit this document. */
        InvalidParameters: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Failure": components["headers"]["XFailure"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRsp"];
            };
        };
        /** @description No credentials, or credentials that are not valid. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Failure": components["headers"]["XFailure"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRsp"];
            };
        };
        /** @description The credentials are valid, but do not allow this call. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Failure": components["headers"]["XFailure"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRsp"];
            };
        };
        /** @description The API is not published on the instance. */
        NoSuchOperation: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Failure": components["headers"]["XFailure"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRsp"];
            };
        };
        /** @description The request did not arrive in time. */
        RequestTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Failure": components["headers"]["XFailure"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRsp"];
            };
        };
        /** @description The body is larger than the operation takes. */
        BodyTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Failure": components["headers"]["XFailure"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRsp"];
            };
        };
        /** @description The path and query together have more than 8,192 characters. */
        UriTooLong: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Failure": components["headers"]["XFailure"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRsp"];
            };
        };
        /** @description The caller sends more than it may; wait before the next try. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Failure": components["headers"]["XFailure"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRsp"];
            };
        };
        /** @description The headers hold more than 64 KB in all. */
        HeadersTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Failure": components["headers"]["XFailure"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRsp"];
            };
        };
        /** @description The service failed; the fault is not the caller's. */
        InternalError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Failure": components["headers"]["XFailure"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRsp"];
            };
        };
        /** @description The service is starting or stopping, has too much to do, or is without its store; nothing was changed. */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Failure": components["headers"]["XFailure"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRsp"];
            };
        };
        /** @description The body is not `application/json`. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Failure": components["headers"]["XFailure"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRsp"];
            };
        };
        /** @description The project and the instance have no task with this ID. */
        TaskNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-Failure": components["headers"]["XFailure"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRsp"];
            };
        };
    };
    parameters: {
        /** @description ID of the project that owns the ROMA Connect instance. */
        ProjectId: string;
        /** @description ID of the ROMA Connect instance. */
        InstanceId: string;
        /** @description How many entries a page holds at most. */
        Limit: number;
        /** @description How many entries to pass over before the page begins. */
        Offset: number;
        /** @description Only data sources of this type. */
        DatasourceTypeFilter: components["schemas"]["DatasourceType"];
        /** @description What the list is sorted by. */
        SortField: "CREATED_DATE";
        /** @description Direction in which the list is sorted. */
        SortType: "ASC" | "DESC";
        /** @description Only data sources whose name contains this text, in whatever case. */
        DatasourceNameFilter: string;
        /** @description Only data sources of this integration application. */
        AppIdFilter: string;
        /** @description Only data sources that were made through this connector. */
        CustomPluginIdFilter: string;
        /** @description ID of the data source, as `createDatasourceInfo` answered it. */
        DatasourceId: string;
        /**
         * @description Which side of a task the data source is to be.
         * @example SOURCE
         */
        Position: "SOURCE" | "TARGET";
        /** @description Name of the database to look into, for `MRSHIVE` and `FIHIVE` alone. */
        DbName: string;
        /** @description Only tables of this schema; the vendor documents it for `GAUSS100` alone. */
        DbSchema: string;
        /** @description Only tables whose name, written `schema.table`, contains this text, in whatever case. */
        TablesFilter: string;
        /**
         * @description Table whose columns are listed, written `schema.table`, or as its name alone where only one schema has it.
         * @example shop.orders
         */
        ColumnsTableName: string;
        /** @description ID of the task, as `installMultiTasks` answered it. */
        TaskId: string;
        /** @description How many mappings a page holds at most. */
        MappingsLimit: number;
        /** @description How many mappings to pass over before the page begins. */
        MappingsOffset: number;
        /** @description Only the pair that reads from this data source. */
        SourceDatasourceId: string;
        /** @description Only the pair that writes to this data source. */
        TargetDatasourceId: string;
        /** @description Only mappings of this source table, written `schema.table` or as the table's name alone. */
        SourceTable: string;
        /** @description Only mappings of this destination table, written `schema.table` or as the table's name alone. */
        TargetTable: string;
        /** @description Only mappings in which the source or the destination table has this name, written `schema.table` or as the name alone. */
        TableName: string;
        /** @description How much of each mapping is answered. Left out, all of it. The cloud does not know this parameter. */
        MappingFields: "summary";
        /** @description Whether each mapping tells why it was proposed, and the page which tables stayed unmapped and why. The cloud does not know this parameter. */
        MappingExplain: boolean;
        /** @description Only mappings with this status. The cloud does not know this parameter. */
        MappingStatusFilter: components["schemas"]["MultiTaskMappingStatus"];
        /** @description Only mappings whose `mapping_percent` is this or less, which are those to look at first. The cloud does not know this parameter. */
        MaxPercent: number;
        /** @description ID of the mapping, as `createMultiTaskMappings` or `listMultiTaskMappings` answered it. */
        MappingId: string;
        /** @description Only the task with this ID. */
        TaskIdFilter: string;
        /** @description Only tasks whose name contains this text, in whatever case. */
        TaskNameFilter: string;
        /** @description Only tasks that run, or that do not. */
        TaskStatusFilter: 0 | 1;
        /** @description Only tasks that run in this way; written in lower case here, in upper case in the list itself. */
        TaskTypeFilter: "realtime" | "timing";
        /** @description Only tasks that read from this data source. */
        TaskSourceDatasourceId: string;
        /** @description Only tasks that write to this data source. */
        TaskTargetDatasourceId: string;
        /** @description What the list is sorted by. */
        TaskSortField: "CREATED_DATE" | "STATUS";
        /** @description Only tasks whose latest run stands so. */
        ExecuteStatusFilter: components["schemas"]["ExecuteStatus"];
        /** @description Only tasks that read for this integration application. */
        SourceAppIdFilter: string;
        /** @description Only tasks that write for this integration application. */
        TargetAppIdFilter: string;
        /** @description Only tasks with this label. */
        TaskTagFilter: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description ID of this answer, made by the service and never repeated. Quote it when you report a fault.
         * @example 9f1c2b7e5a0d4c3896e1f0a2b3c4d5e6
         */
        XRequestId: string;
        /** @description Name of the failure, the same word as in the table of all failures. Several failures share a code; this header tells them apart. A self-hosted server and the mock send it with every failing answer, the cloud does not: without it, decide by `error_code`. */
        XFailure: "InvalidParameters" | "ConnectionFailed" | "RealTimeStopFailed" | "ScheduledStopFailed" | "TasksNotFound" | "TaskIdsEmpty" | "TasksRunning" | "TaskStartFailed" | "TaskStopFailed" | "TaskDeleteFailed" | "InvalidValue" | "UnknownDataSource" | "MissingDataSource" | "NameTaken" | "TaskNameTaken" | "TaskCreated" | "TaskIsDraft" | "SecretNeeded" | "UnknownTable" | "DataSourceInUse" | "SeveralPairs" | "TooManyTables" | "InvalidSql" | "MappingMismatch" | "MappingNotFound" | "ProjectMismatch" | "AddressNotAllowed" | "TaskIdEmpty" | "TaskListEmpty" | "DataSourceNotFound" | "TaskNotFound" | "SchedulePlanMissing" | "TaskNotInProject" | "ScheduledStartFailed" | "InternalError" | "Unavailable" | "NoSuchOperation" | "MethodNotAllowed" | "BackendNotFound" | "GatewayPathRefused" | "GatewayRequestRefused" | "OrchestrationFailed" | "BadRequest" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "UnsupportedMediaType" | "HeadersTooLarge" | "Unauthenticated" | "Forbidden" | "NoPermission" | "TooManyRequests";
        /**
         * @description Seconds to wait before the same request is worth another try.
         * @example 1
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type DatasourceType = components['schemas']['DatasourceType'];
export type Host = components['schemas']['Host'];
export type Port = components['schemas']['Port'];
export type DatabaseName = components['schemas']['DatabaseName'];
export type UserName = components['schemas']['UserName'];
export type MultiOracleAddress = components['schemas']['MultiOracleAddress'];
export type CharacterSet = components['schemas']['CharacterSet'];
export type MysqlTimeout = components['schemas']['MysqlTimeout'];
export type Content = components['schemas']['Content'];
export type DataSourceRsp = components['schemas']['DataSourceRsp'];
export type FdiPageQuery = components['schemas']['FdiPageQuery'];
export type ErrorRsp = components['schemas']['ErrorRsp'];
export type DatasourceFacts = components['schemas']['DatasourceFacts'];
export type Password = components['schemas']['Password'];
export type ConnectionUrl = components['schemas']['ConnectionUrl'];
export type AddressContent = components['schemas']['AddressContent'];
export type UrlContent = components['schemas']['UrlContent'];
export type RelationalContent = components['schemas']['RelationalContent'];
export type RelationalDatasource = components['schemas']['RelationalDatasource'];
export type SqliteContent = components['schemas']['SqliteContent'];
export type SqliteDatasource = components['schemas']['SqliteDatasource'];
export type ContentWithSecrets = components['schemas']['ContentWithSecrets'];
export type OtherDatasource = components['schemas']['OtherDatasource'];
export type DatasourceInfo = components['schemas']['DatasourceInfo'];
export type TestConnectRsp = components['schemas']['TestConnectRsp'];
export type DatasourceTables = components['schemas']['DatasourceTables'];
export type ColumnInfo = components['schemas']['ColumnInfo'];
export type DatasourceColumns = components['schemas']['DatasourceColumns'];
export type MultiTaskInitExtInfo = components['schemas']['MultiTaskInitExtInfo'];
export type MultiTaskInitBody = components['schemas']['MultiTaskInitBody'];
export type MultiTaskExtInfo = components['schemas']['MultiTaskExtInfo'];
export type MultiTaskPair = components['schemas']['MultiTaskPair'];
export type MultiTaskMappingStatus = components['schemas']['MultiTaskMappingStatus'];
export type MultiTaskColumnInfo = components['schemas']['MultiTaskColumnInfo'];
export type MappingInfo = components['schemas']['MappingInfo'];
export type TableRule = components['schemas']['TableRule'];
export type TableRunnerUp = components['schemas']['TableRunnerUp'];
export type ColumnRule = components['schemas']['ColumnRule'];
export type ColumnRunnerUp = components['schemas']['ColumnRunnerUp'];
export type ColumnExplanation = components['schemas']['ColumnExplanation'];
export type UnmappedColumnReason = components['schemas']['UnmappedColumnReason'];
export type UnmappedColumn = components['schemas']['UnmappedColumn'];
export type MappingExplanation = components['schemas']['MappingExplanation'];
export type MultiTaskMappingElement = components['schemas']['MultiTaskMappingElement'];
export type MultiTaskSchemaMappingElement = components['schemas']['MultiTaskSchemaMappingElement'];
export type MultiTaskInitElement = components['schemas']['MultiTaskInitElement'];
export type OperationTypes = components['schemas']['OperationTypes'];
export type MultiTaskRequestBody = components['schemas']['MultiTaskRequestBody'];
export type MultiTaskIdRsp = components['schemas']['MultiTaskIdRsp'];
export type MultiTaskUpdateBody = components['schemas']['MultiTaskUpdateBody'];
export type MultiTaskResetBody = components['schemas']['MultiTaskResetBody'];
export type MessageRsp = components['schemas']['MessageRsp'];
export type UnmappedTableReason = components['schemas']['UnmappedTableReason'];
export type UnmappedTable = components['schemas']['UnmappedTable'];
export type MultiTaskMappingsPage = components['schemas']['MultiTaskMappingsPage'];
export type MultiTaskColumnInput = components['schemas']['MultiTaskColumnInput'];
export type MappingInput = components['schemas']['MappingInput'];
export type MultiTaskMappingCreateBody = components['schemas']['MultiTaskMappingCreateBody'];
export type MappingIdRsp = components['schemas']['MappingIdRsp'];
export type ColumnDecision = components['schemas']['ColumnDecision'];
export type TableDecision = components['schemas']['TableDecision'];
export type MultiTaskDecisions = components['schemas']['MultiTaskDecisions'];
export type MultiTaskDecisionsRsp = components['schemas']['MultiTaskDecisionsRsp'];
export type ExecuteStatus = components['schemas']['ExecuteStatus'];
export type BriefTaskRespBean = components['schemas']['BriefTaskRespBean'];
export type TaskPage = components['schemas']['TaskPage'];
export type TaskBasicRsp = components['schemas']['TaskBasicRsp'];
export type TaskResponseV2 = components['schemas']['TaskResponseV2'];
export type TaskBatchItem = components['schemas']['TaskBatchItem'];
export type TaskBatchBody = components['schemas']['TaskBatchBody'];
export type TaskBeanFacade = components['schemas']['TaskBeanFacade'];
export type TaskBatchRsp = components['schemas']['TaskBatchRsp'];
export type TaskCountDetails = components['schemas']['TaskCountDetails'];
export type TaskCounts = components['schemas']['TaskCounts'];
export type MultiTaskAutoMappingForm = components['schemas']['MultiTaskAutoMappingForm'];
export type ResponseInvalidParameters = components['responses']['InvalidParameters'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNoSuchOperation = components['responses']['NoSuchOperation'];
export type ResponseRequestTimeout = components['responses']['RequestTimeout'];
export type ResponseBodyTooLarge = components['responses']['BodyTooLarge'];
export type ResponseUriTooLong = components['responses']['UriTooLong'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseHeadersTooLarge = components['responses']['HeadersTooLarge'];
export type ResponseInternalError = components['responses']['InternalError'];
export type ResponseUnavailable = components['responses']['Unavailable'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ResponseTaskNotFound = components['responses']['TaskNotFound'];
export type ParameterProjectId = components['parameters']['ProjectId'];
export type ParameterInstanceId = components['parameters']['InstanceId'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterOffset = components['parameters']['Offset'];
export type ParameterDatasourceTypeFilter = components['parameters']['DatasourceTypeFilter'];
export type ParameterSortField = components['parameters']['SortField'];
export type ParameterSortType = components['parameters']['SortType'];
export type ParameterDatasourceNameFilter = components['parameters']['DatasourceNameFilter'];
export type ParameterAppIdFilter = components['parameters']['AppIdFilter'];
export type ParameterCustomPluginIdFilter = components['parameters']['CustomPluginIdFilter'];
export type ParameterDatasourceId = components['parameters']['DatasourceId'];
export type ParameterPosition = components['parameters']['Position'];
export type ParameterDbName = components['parameters']['DbName'];
export type ParameterDbSchema = components['parameters']['DbSchema'];
export type ParameterTablesFilter = components['parameters']['TablesFilter'];
export type ParameterColumnsTableName = components['parameters']['ColumnsTableName'];
export type ParameterTaskId = components['parameters']['TaskId'];
export type ParameterMappingsLimit = components['parameters']['MappingsLimit'];
export type ParameterMappingsOffset = components['parameters']['MappingsOffset'];
export type ParameterSourceDatasourceId = components['parameters']['SourceDatasourceId'];
export type ParameterTargetDatasourceId = components['parameters']['TargetDatasourceId'];
export type ParameterSourceTable = components['parameters']['SourceTable'];
export type ParameterTargetTable = components['parameters']['TargetTable'];
export type ParameterTableName = components['parameters']['TableName'];
export type ParameterMappingFields = components['parameters']['MappingFields'];
export type ParameterMappingExplain = components['parameters']['MappingExplain'];
export type ParameterMappingStatusFilter = components['parameters']['MappingStatusFilter'];
export type ParameterMaxPercent = components['parameters']['MaxPercent'];
export type ParameterMappingId = components['parameters']['MappingId'];
export type ParameterTaskIdFilter = components['parameters']['TaskIdFilter'];
export type ParameterTaskNameFilter = components['parameters']['TaskNameFilter'];
export type ParameterTaskStatusFilter = components['parameters']['TaskStatusFilter'];
export type ParameterTaskTypeFilter = components['parameters']['TaskTypeFilter'];
export type ParameterTaskSourceDatasourceId = components['parameters']['TaskSourceDatasourceId'];
export type ParameterTaskTargetDatasourceId = components['parameters']['TaskTargetDatasourceId'];
export type ParameterTaskSortField = components['parameters']['TaskSortField'];
export type ParameterExecuteStatusFilter = components['parameters']['ExecuteStatusFilter'];
export type ParameterSourceAppIdFilter = components['parameters']['SourceAppIdFilter'];
export type ParameterTargetAppIdFilter = components['parameters']['TargetAppIdFilter'];
export type ParameterTaskTagFilter = components['parameters']['TaskTagFilter'];
export type HeaderXRequestId = components['headers']['XRequestId'];
export type HeaderXFailure = components['headers']['XFailure'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type $defs = Record<string, never>;
export interface operations {
    listDatasources: {
        parameters: {
            query?: {
                /** @description How many entries a page holds at most. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description How many entries to pass over before the page begins. */
                offset?: components["parameters"]["Offset"] | undefined;
                /** @description Only data sources of this type. */
                datasource_type?: components["parameters"]["DatasourceTypeFilter"] | undefined;
                /** @description What the list is sorted by. */
                sort_field?: components["parameters"]["SortField"] | undefined;
                /** @description Direction in which the list is sorted. */
                sort_type?: components["parameters"]["SortType"] | undefined;
                /** @description Only data sources whose name contains this text, in whatever case. */
                name?: components["parameters"]["DatasourceNameFilter"] | undefined;
                /** @description Only data sources of this integration application. */
                app_id?: components["parameters"]["AppIdFilter"] | undefined;
                /** @description Only data sources that were made through this connector. */
                custom_plugin_id?: components["parameters"]["CustomPluginIdFilter"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of data sources. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FdiPageQuery"];
                };
            };
            400: components["responses"]["InvalidParameters"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchOperation"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createDatasourceInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        /** @description The data source to register. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasourceInfo"];
            };
        };
        responses: {
            /** @description The registered data source with its assigned ID, without its secrets. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSourceRsp"];
                };
            };
            /** @description The request does not fit this document, the name is taken, or the type cannot be served. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchOperation"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    showDatasourceDetail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the data source, as `createDatasourceInfo` answered it. */
                datasource_id: components["parameters"]["DatasourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data source, without its secrets. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSourceRsp"];
                };
            };
            400: components["responses"]["InvalidParameters"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The project and the instance have no data source with this ID. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateDatasourceInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the data source, as `createDatasourceInfo` answered it. */
                datasource_id: components["parameters"]["DatasourceId"];
            };
            cookie?: never;
        };
        /** @description The data source as it is to be. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasourceInfo"];
            };
        };
        responses: {
            /** @description The changed data source, without its secrets. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSourceRsp"];
                };
            };
            /** @description The request does not fit this document, the name is taken, a secret must be sent again, or the type cannot be changed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The project and the instance have no data source with this ID. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteDatasourceInfoById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the data source, as `createDatasourceInfo` answered it. */
                datasource_id: components["parameters"]["DatasourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data source is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The ID does not fit this document, or a task still uses the data source. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The project and the instance have no data source with this ID. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    startTestDatasource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the data source, as `createDatasourceInfo` answered it. */
                datasource_id: components["parameters"]["DatasourceId"];
            };
            cookie?: never;
        };
        /** @description The settings to test, as a data source is registered with. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasourceInfo"];
            };
        };
        responses: {
            /** @description The connection was made. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestConnectRsp"];
                };
            };
            /** @description The request does not fit this document, or the connection could not be made. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The project and the instance have no data source with this ID. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDatasourceTables: {
        parameters: {
            query: {
                /**
                 * @description Which side of a task the data source is to be.
                 * @example SOURCE
                 */
                position: components["parameters"]["Position"];
                /** @description Name of the database to look into, for `MRSHIVE` and `FIHIVE` alone. */
                db_name?: components["parameters"]["DbName"] | undefined;
                /** @description Only tables of this schema; the vendor documents it for `GAUSS100` alone. */
                db_schema?: components["parameters"]["DbSchema"] | undefined;
                /** @description Only tables whose name, written `schema.table`, contains this text, in whatever case. */
                filter?: components["parameters"]["TablesFilter"] | undefined;
            };
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the data source, as `createDatasourceInfo` answered it. */
                datasource_id: components["parameters"]["DatasourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tables. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasourceTables"];
                };
            };
            /** @description A parameter does not fit this document, or the database could not be read. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The project and the instance have no data source with this ID. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDatasourceColumns: {
        parameters: {
            query: {
                /**
                 * @description Which side of a task the data source is to be.
                 * @example SOURCE
                 */
                position: components["parameters"]["Position"];
                /** @description Name of the database to look into, for `MRSHIVE` and `FIHIVE` alone. */
                db_name?: components["parameters"]["DbName"] | undefined;
                /**
                 * @description Table whose columns are listed, written `schema.table`, or as its name alone where only one schema has it.
                 * @example shop.orders
                 */
                table_name: components["parameters"]["ColumnsTableName"];
            };
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the data source, as `createDatasourceInfo` answered it. */
                datasource_id: components["parameters"]["DatasourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The columns. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasourceColumns"];
                };
            };
            /** @description A parameter does not fit this document, the table is not there, or the database could not be read. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The project and the instance have no data source with this ID. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    installMultiTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        /** @description What to initialise. Everything is optional, the body included; none at all means `{}`. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MultiTaskInitBody"];
            };
        };
        responses: {
            /** @description One element for each pair of data sources that the call touches; one element without a pair for a task that has none. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MultiTaskInitElement"][];
                };
            };
            /** @description The request does not fit this document, names data sources that cannot be used, or a database could not be read. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The API is not published on the instance; the vendor's documents show a code about scheduled plans here. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createMultiTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        /** @description The task to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MultiTaskRequestBody"];
            };
        };
        responses: {
            /** @description The task is created. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MultiTaskIdRsp"];
                };
            };
            /** @description The request does not fit this document, the name is taken, the task was created before, or the kind of task is not offered. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchOperation"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMultiTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the task, as `installMultiTasks` answered it. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /** @description What is to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MultiTaskUpdateBody"];
            };
        };
        responses: {
            /** @description The task is changed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MultiTaskIdRsp"];
                };
            };
            /** @description The request does not fit this document, or the task is in a state in which it cannot be changed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetMultiTaskOffset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the task, as `installMultiTasks` answered it. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /** @description From where to read. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MultiTaskResetBody"];
            };
        };
        responses: {
            /** @description The offset is reset. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageRsp"];
                };
            };
            /** @description The request does not fit this document, or the task is in a state in which its offset cannot be reset. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMultiTaskMappings: {
        parameters: {
            query?: {
                /** @description How many mappings a page holds at most. */
                limit?: components["parameters"]["MappingsLimit"] | undefined;
                /** @description How many mappings to pass over before the page begins. */
                offset?: components["parameters"]["MappingsOffset"] | undefined;
                /** @description Only the pair that reads from this data source. */
                source_datasource_id?: components["parameters"]["SourceDatasourceId"] | undefined;
                /** @description Only the pair that writes to this data source. */
                target_datasource_id?: components["parameters"]["TargetDatasourceId"] | undefined;
                /** @description Only mappings of this source table, written `schema.table` or as the table's name alone. */
                source_table?: components["parameters"]["SourceTable"] | undefined;
                /** @description Only mappings of this destination table, written `schema.table` or as the table's name alone. */
                target_table?: components["parameters"]["TargetTable"] | undefined;
                /** @description Only mappings in which the source or the destination table has this name, written `schema.table` or as the name alone. */
                table_name?: components["parameters"]["TableName"] | undefined;
                /** @description How much of each mapping is answered. Left out, all of it. The cloud does not know this parameter. */
                fields?: components["parameters"]["MappingFields"] | undefined;
                /** @description Whether each mapping tells why it was proposed, and the page which tables stayed unmapped and why. The cloud does not know this parameter. */
                explain?: components["parameters"]["MappingExplain"] | undefined;
                /** @description Only mappings with this status. The cloud does not know this parameter. */
                status?: components["parameters"]["MappingStatusFilter"] | undefined;
                /** @description Only mappings whose `mapping_percent` is this or less, which are those to look at first. The cloud does not know this parameter. */
                max_percent?: components["parameters"]["MaxPercent"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the task, as `installMultiTasks` answered it. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pair and one page of its mappings. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MultiTaskMappingsPage"];
                };
            };
            /** @description A parameter does not fit this document, or the filters leave more than one pair. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createMultiTaskMappings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the task, as `installMultiTasks` answered it. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /** @description The mapping to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MultiTaskMappingCreateBody"];
            };
        };
        responses: {
            /** @description The mapping is created. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingIdRsp"];
                };
            };
            /** @description The request does not fit this document, or the mapping does not fit the task and its databases. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMultiTaskMappings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the task, as `installMultiTasks` answered it. */
                task_id: components["parameters"]["TaskId"];
                /** @description ID of the mapping, as `createMultiTaskMappings` or `listMultiTaskMappings` answered it. */
                mapping_id: components["parameters"]["MappingId"];
            };
            cookie?: never;
        };
        /** @description The mapping as it is to be. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MultiTaskMappingCreateBody"];
            };
        };
        responses: {
            /** @description The mapping is changed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingIdRsp"];
                };
            };
            /** @description The request does not fit this document, the task has no such mapping, or the mapping does not fit the task and its databases. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteMultiTaskMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the task, as `installMultiTasks` answered it. */
                task_id: components["parameters"]["TaskId"];
                /** @description ID of the mapping, as `createMultiTaskMappings` or `listMultiTaskMappings` answered it. */
                mapping_id: components["parameters"]["MappingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mapping is gone. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingIdRsp"];
                };
            };
            /** @description A parameter does not fit this document, or the task has no such mapping. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    applyMultiTaskDecisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the task, as `installMultiTasks` answered it. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /** @description The decisions to apply. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MultiTaskDecisions"];
            };
        };
        responses: {
            /** @description The decisions are applied. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MultiTaskDecisionsRsp"];
                };
            };
            /** @description The request does not fit this document, or a decision does not fit the task and its databases. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description How many entries a page holds at most. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description How many entries to pass over before the page begins. */
                offset?: components["parameters"]["Offset"] | undefined;
                /** @description Only the task with this ID. */
                task_id?: components["parameters"]["TaskIdFilter"] | undefined;
                /** @description Only tasks whose name contains this text, in whatever case. */
                name?: components["parameters"]["TaskNameFilter"] | undefined;
                /** @description Only tasks that run, or that do not. */
                status?: components["parameters"]["TaskStatusFilter"] | undefined;
                /** @description Only tasks that run in this way; written in lower case here, in upper case in the list itself. */
                task_type?: components["parameters"]["TaskTypeFilter"] | undefined;
                /** @description Only tasks that read from this data source. */
                source_datasource_id?: components["parameters"]["TaskSourceDatasourceId"] | undefined;
                /** @description Only tasks that write to this data source. */
                target_datasource_id?: components["parameters"]["TaskTargetDatasourceId"] | undefined;
                /** @description What the list is sorted by. */
                sort_field?: components["parameters"]["TaskSortField"] | undefined;
                /** @description Direction in which the list is sorted. */
                sort_type?: components["parameters"]["SortType"] | undefined;
                /** @description Only tasks whose latest run stands so. */
                execute_status?: components["parameters"]["ExecuteStatusFilter"] | undefined;
                /** @description Only tasks that read for this integration application. */
                source_app_id?: components["parameters"]["SourceAppIdFilter"] | undefined;
                /** @description Only tasks that write for this integration application. */
                target_app_id?: components["parameters"]["TargetAppIdFilter"] | undefined;
                /** @description Only tasks with this label. */
                task_tag?: components["parameters"]["TaskTagFilter"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of tasks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            400: components["responses"]["InvalidParameters"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchOperation"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    showTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the task, as `installMultiTasks` answered it. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskResponseV2"];
                };
            };
            400: components["responses"]["InvalidParameters"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the task, as `installMultiTasks` answered it. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The ID does not fit this document, or the task runs. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    runTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the task, as `installMultiTasks` answered it. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task is started. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter does not fit this document, or the task cannot be started. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    stopTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
                /** @description ID of the task, as `installMultiTasks` answered it. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task is stopped. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageRsp"];
                };
            };
            /** @description A parameter does not fit this document, or the task could not be stopped. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    batchStartOrStopTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        /** @description What to do, and with which tasks. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskBatchBody"];
            };
        };
        responses: {
            /** @description What became of each task. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskBatchRsp"];
                };
            };
            400: components["responses"]["InvalidParameters"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchOperation"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    countTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the ROMA Connect instance. */
                instance_id: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCounts"];
                };
            };
            400: components["responses"]["InvalidParameters"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchOperation"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createMultiTaskMappingsAutomatically: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project that owns the ROMA Connect instance. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /** @description What to map. Form data, urlencoded or multipart. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["MultiTaskAutoMappingForm"];
                "multipart/form-data": components["schemas"]["MultiTaskAutoMappingForm"];
            };
        };
        responses: {
            /** @description One element for each pair of data sources that the call touches. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MultiTaskInitElement"][];
                };
            };
            /** @description The request does not fit this document, names what cannot be used, or a database could not be read. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    "X-Failure": components["headers"]["XFailure"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorRsp"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchOperation"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
}

/** Method and path of each operation, by its operationId. */
export const routes = {
  createDatasourceInfo: {
    method: "POST",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources"
  },
  listDatasources: {
    method: "GET",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources"
  },
  showDatasourceDetail: {
    method: "GET",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}"
  },
  updateDatasourceInfo: {
    method: "PUT",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}"
  },
  deleteDatasourceInfoById: {
    method: "DELETE",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}"
  },
  startTestDatasource: {
    method: "POST",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}/test-connect"
  },
  listDatasourceTables: {
    method: "GET",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}/tables"
  },
  listDatasourceColumns: {
    method: "GET",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}/columns"
  },
  installMultiTasks: {
    method: "POST",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/init"
  },
  createMultiTasks: {
    method: "POST",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks"
  },
  updateMultiTasks: {
    method: "PUT",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}"
  },
  resetMultiTaskOffset: {
    method: "POST",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/reset"
  },
  listMultiTaskMappings: {
    method: "GET",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/mappings"
  },
  createMultiTaskMappings: {
    method: "POST",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/mappings"
  },
  updateMultiTaskMappings: {
    method: "PUT",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/mappings/{mapping_id}"
  },
  deleteMultiTaskMapping: {
    method: "DELETE",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/mappings/{mapping_id}"
  },
  applyMultiTaskDecisions: {
    method: "POST",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/decisions"
  },
  listTasks: {
    method: "GET",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/tasks"
  },
  showTask: {
    method: "GET",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/tasks/{task_id}"
  },
  deleteTask: {
    method: "DELETE",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/tasks/{task_id}"
  },
  runTask: {
    method: "POST",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/tasks/{task_id}/run"
  },
  stopTask: {
    method: "POST",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/tasks/{task_id}/terminate"
  },
  batchStartOrStopTasks: {
    method: "POST",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/batch-operation/tasks"
  },
  countTasks: {
    method: "GET",
    path: "/v2/{project_id}/fdi/instances/{instance_id}/statistics/tasks"
  },
  createMultiTaskMappingsAutomatically: {
    method: "POST",
    path: "/v2/{project_id}/fdi/multi-tasks/mappings/auto"
  }
} as const;

/** How long a caller waits for the whole answer of each operation, unless it says otherwise. Milliseconds. */
export const timeouts = {
  createDatasourceInfo: 30000,
  listDatasources: 30000,
  showDatasourceDetail: 30000,
  updateDatasourceInfo: 30000,
  deleteDatasourceInfoById: 30000,
  startTestDatasource: 120000,
  listDatasourceTables: 120000,
  listDatasourceColumns: 120000,
  installMultiTasks: 120000,
  createMultiTasks: 30000,
  updateMultiTasks: 30000,
  resetMultiTaskOffset: 30000,
  listMultiTaskMappings: 30000,
  createMultiTaskMappings: 120000,
  updateMultiTaskMappings: 120000,
  deleteMultiTaskMapping: 30000,
  applyMultiTaskDecisions: 120000,
  listTasks: 30000,
  showTask: 30000,
  deleteTask: 30000,
  runTask: 120000,
  stopTask: 120000,
  batchStartOrStopTasks: 120000,
  countTasks: 30000,
  createMultiTaskMappingsAutomatically: 120000
} as const;

/**
 * Largest sizes that the contract states: entries of lists, characters of texts, values of numbers. By the type's name, or by the
 * operation's for its parameters. What bounds the fields of a request's body is the validator's.
 */
export const limits = {
  listDatasources: { limit: 999, offset: 999999 },
  listDatasourceColumns: { table_name: 256 },
  listMultiTaskMappings: {
    limit: 10000,
    offset: 1000000,
    source_table: 256,
    target_table: 256,
    table_name: 256,
    max_percent: 100
  },
  listTasks: { limit: 999, offset: 999999 },
  Content: { multi_oracle_address: 100 },
  ErrorRsp: { error_msg: 512 },
  MultiTaskInitElement: { mappings: 10, schema_mappings: 10 },
  MultiTaskMappingsPage: { schema_mappings: 1000 },
  MultiTaskMappingCreateBody: { source_columns: 9999, target_columns: 9999, mapping_columns: 9999 },
  TableDecision: { columns: 9999 },
  MultiTaskDecisions: { accepted: 20000, fixed: 20000, refused: 20000 },
  TaskBatchBody: { list: 9999 }
} as const;

/** Names of the documented examples of each operation's answers, by status; never for an answer without a body. */
export interface AnswerExamples {
  readonly createDatasourceInfo: {
    readonly 201: "shop" | "warehouse" | "self-hosted-sqlite";
    readonly 400: "invalid-parameters" | "name-taken" | "invalid-value";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "no-such-operation";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 415: "not-json";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly listDatasources: {
    readonly 200: "two-data-sources";
    readonly 400: "invalid-parameters";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "no-such-operation";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly showDatasourceDetail: {
    readonly 200: "in-use" | "unused";
    readonly 400: "invalid-parameters";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly updateDatasourceInfo: {
    readonly 200: "shop" | "in-use";
    readonly 400: "invalid-parameters" | "name-taken" | "secret-needed" | "invalid-value";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 415: "not-json";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly deleteDatasourceInfoById: {
    readonly 204: never;
    readonly 400: "invalid-parameters" | "in-use";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly startTestDatasource: {
    readonly 200: "shop" | "in-use";
    readonly 400: "invalid-parameters" | "connection-failed" | "address-not-allowed" | "secret-needed" | "invalid-value";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 415: "not-json";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly listDatasourceTables: {
    readonly 200: "in-use";
    readonly 400: "invalid-parameters" | "connection-failed" | "address-not-allowed" | "too-many-tables";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly listDatasourceColumns: {
    readonly 200: "in-use";
    readonly 400: "invalid-parameters" | "connection-failed" | "address-not-allowed" | "unknown-table" | "too-many-tables";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly installMultiTasks: {
    readonly 200: "auto-mapping" | "pair-only" | "known-task" | "id-only";
    readonly 400: "invalid-parameters" | "unknown-data-source" | "one-data-source" | "connection-failed" | "address-not-allowed" | "too-many-tables" | "vendor-task-list-empty";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "no-such-operation" | "vendor-no-schedule-plan";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 415: "not-json";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly createMultiTasks: {
    readonly 200: "shop-to-warehouse";
    readonly 400: "invalid-parameters" | "task-name-taken" | "task-created" | "invalid-value";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "no-such-operation";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 415: "not-json";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly updateMultiTasks: {
    readonly 200: "draft";
    readonly 400: "invalid-parameters" | "task-running" | "draft";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 415: "not-json";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly resetMultiTaskOffset: {
    readonly 200: "draft";
    readonly 400: "invalid-parameters" | "task-running" | "draft";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 415: "not-json";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly listMultiTaskMappings: {
    readonly 200: "first-page" | "summary" | "explained";
    readonly 400: "invalid-parameters" | "several-pairs";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly createMultiTaskMappings: {
    readonly 200: "suppliers";
    readonly 400: "invalid-parameters" | "mapping-mismatch" | "unknown-data-source" | "connection-failed" | "address-not-allowed" | "too-many-tables";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 415: "not-json";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly updateMultiTaskMappings: {
    readonly 200: "orders";
    readonly 400: "invalid-parameters" | "mapping-not-found" | "mapping-mismatch" | "unknown-data-source" | "connection-failed" | "address-not-allowed" | "too-many-tables";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 415: "not-json";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly deleteMultiTaskMapping: {
    readonly 200: "orders";
    readonly 400: "invalid-parameters" | "mapping-not-found";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly applyMultiTaskDecisions: {
    readonly 200: "decided";
    readonly 400: "invalid-parameters" | "mapping-mismatch" | "several-pairs" | "connection-failed" | "address-not-allowed" | "too-many-tables";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 415: "not-json";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly listTasks: {
    readonly 200: "one-task";
    readonly 400: "invalid-parameters";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "no-such-operation";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly showTask: {
    readonly 200: "draft";
    readonly 400: "invalid-parameters";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly deleteTask: {
    readonly 204: never;
    readonly 400: "invalid-parameters" | "task-running";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly runTask: {
    readonly 200: never;
    readonly 400: "invalid-parameters" | "cannot-start" | "task-running";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly stopTask: {
    readonly 200: "draft";
    readonly 400: "invalid-parameters" | "stop-failed";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "not-found";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly batchStartOrStopTasks: {
    readonly 200: "start" | "cannot-start";
    readonly 400: "invalid-parameters";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "no-such-operation";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 415: "not-json";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly countTasks: {
    readonly 200: "one-task";
    readonly 400: "invalid-parameters";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "no-such-operation";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
  readonly createMultiTaskMappingsAutomatically: {
    readonly 200: "auto-mapping";
    readonly 400: "invalid-parameters" | "unknown-data-source" | "connection-failed" | "address-not-allowed" | "too-many-tables" | "invalid-value";
    readonly 401: "unauthenticated";
    readonly 403: "forbidden";
    readonly 404: "no-such-operation";
    readonly 408: "timed-out";
    readonly 413: "too-large";
    readonly 414: "too-long";
    readonly 415: "not-json";
    readonly 429: "throttled";
    readonly 431: "too-large";
    readonly 500: "failed";
    readonly 503: "unavailable";
  };
}

/** Names of the failures that each operation documents. */
export interface AnswerFailures {
  readonly createDatasourceInfo: "InvalidParameters" | "NameTaken" | "InvalidValue" | "Unauthenticated" | "Forbidden" | "NoSuchOperation" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "UnsupportedMediaType" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly listDatasources: "InvalidParameters" | "Unauthenticated" | "Forbidden" | "NoSuchOperation" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly showDatasourceDetail: "InvalidParameters" | "Unauthenticated" | "Forbidden" | "DataSourceNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly updateDatasourceInfo: "InvalidParameters" | "NameTaken" | "SecretNeeded" | "InvalidValue" | "Unauthenticated" | "Forbidden" | "DataSourceNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "UnsupportedMediaType" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly deleteDatasourceInfoById: "InvalidParameters" | "DataSourceInUse" | "Unauthenticated" | "Forbidden" | "DataSourceNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly startTestDatasource: "InvalidParameters" | "ConnectionFailed" | "AddressNotAllowed" | "SecretNeeded" | "InvalidValue" | "Unauthenticated" | "Forbidden" | "DataSourceNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "UnsupportedMediaType" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly listDatasourceTables: "InvalidParameters" | "ConnectionFailed" | "AddressNotAllowed" | "TooManyTables" | "Unauthenticated" | "Forbidden" | "DataSourceNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly listDatasourceColumns: "InvalidParameters" | "ConnectionFailed" | "AddressNotAllowed" | "UnknownTable" | "TooManyTables" | "Unauthenticated" | "Forbidden" | "DataSourceNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly installMultiTasks: "InvalidParameters" | "UnknownDataSource" | "MissingDataSource" | "ConnectionFailed" | "AddressNotAllowed" | "TooManyTables" | "TaskListEmpty" | "Unauthenticated" | "Forbidden" | "NoSuchOperation" | "SchedulePlanMissing" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "UnsupportedMediaType" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly createMultiTasks: "InvalidParameters" | "TaskNameTaken" | "TaskCreated" | "InvalidValue" | "Unauthenticated" | "Forbidden" | "NoSuchOperation" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "UnsupportedMediaType" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly updateMultiTasks: "InvalidParameters" | "TasksRunning" | "TaskIsDraft" | "Unauthenticated" | "Forbidden" | "TaskNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "UnsupportedMediaType" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly resetMultiTaskOffset: "InvalidParameters" | "TasksRunning" | "TaskIsDraft" | "Unauthenticated" | "Forbidden" | "TaskNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "UnsupportedMediaType" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly listMultiTaskMappings: "InvalidParameters" | "SeveralPairs" | "Unauthenticated" | "Forbidden" | "TaskNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly createMultiTaskMappings: "InvalidParameters" | "MappingMismatch" | "UnknownDataSource" | "ConnectionFailed" | "AddressNotAllowed" | "TooManyTables" | "Unauthenticated" | "Forbidden" | "TaskNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "UnsupportedMediaType" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly updateMultiTaskMappings: "InvalidParameters" | "MappingNotFound" | "MappingMismatch" | "UnknownDataSource" | "ConnectionFailed" | "AddressNotAllowed" | "TooManyTables" | "Unauthenticated" | "Forbidden" | "TaskNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "UnsupportedMediaType" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly deleteMultiTaskMapping: "InvalidParameters" | "MappingNotFound" | "Unauthenticated" | "Forbidden" | "TaskNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly applyMultiTaskDecisions: "InvalidParameters" | "MappingMismatch" | "SeveralPairs" | "ConnectionFailed" | "AddressNotAllowed" | "TooManyTables" | "Unauthenticated" | "Forbidden" | "TaskNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "UnsupportedMediaType" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly listTasks: "InvalidParameters" | "Unauthenticated" | "Forbidden" | "NoSuchOperation" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly showTask: "InvalidParameters" | "Unauthenticated" | "Forbidden" | "TaskNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly deleteTask: "InvalidParameters" | "TasksRunning" | "Unauthenticated" | "Forbidden" | "TaskNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly runTask: "InvalidParameters" | "TaskStartFailed" | "TasksRunning" | "Unauthenticated" | "Forbidden" | "TaskNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly stopTask: "InvalidParameters" | "TaskStopFailed" | "Unauthenticated" | "Forbidden" | "TaskNotFound" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly batchStartOrStopTasks: "InvalidParameters" | "Unauthenticated" | "Forbidden" | "NoSuchOperation" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "UnsupportedMediaType" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly countTasks: "InvalidParameters" | "Unauthenticated" | "Forbidden" | "NoSuchOperation" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
  readonly createMultiTaskMappingsAutomatically: "InvalidParameters" | "UnknownDataSource" | "ConnectionFailed" | "AddressNotAllowed" | "TooManyTables" | "InvalidValue" | "Unauthenticated" | "Forbidden" | "NoSuchOperation" | "RequestTimeout" | "BodyTooLarge" | "UriTooLong" | "UnsupportedMediaType" | "TooManyRequests" | "HeadersTooLarge" | "InternalError" | "Unavailable";
}

/** Regular expressions of the IDs in paths, by the names of their parameters. */
export const idPatterns = {
  project_id: "^[A-Za-z0-9_-]{1,64}$",
  instance_id: "^[A-Za-z0-9_-]{1,64}$",
  datasource_id: "^[A-Za-z0-9_-]{1,64}$",
  task_id: "^(?:[A-Za-z0-9][A-Za-z0-9._-]{2}|[A-Za-z0-9][A-Za-z0-9._-]{4,49}|[A-Za-hj-z0-9][A-Za-z0-9._-]{3}|i[A-Za-mo-z0-9._-][A-Za-z0-9._-]{2}|in[A-Za-hj-z0-9._-][A-Za-z0-9._-]|ini[A-Za-su-z0-9._-])$",
  mapping_id: "^[A-Za-z0-9_-]{1,64}$"
} as const;

/** Where the API is served: URL templates with the values that their variables take. */
export const servers = [
  {
    url: "https://roma.{region}.myhuaweicloud.com",
    description: "Vendor's cloud, in the region of the instance",
    variables: {
      region: {
        default: "cn-north-4",
        enum: [
          "cn-north-1",
          "cn-north-4",
          "cn-east-2",
          "cn-east-3",
          "cn-south-1",
          "ap-southeast-1",
          "ap-southeast-3",
          "ru-northwest-2"
        ]
      }
    }
  },
  {
    url: "{scheme}://{host}:{port}",
    description: "Self-hosted server or mock",
    variables: {
      scheme: {
        default: "http",
        enum: [
          "http",
          "https"
        ]
      },
      host: {
        default: "127.0.0.1"
      },
      port: {
        default: "4020"
      }
    }
  }
] as const;

/** Every failure that the contract knows, by its name: status, code, a general message, what it means, why, and what to do. */
export const failures = {
  InvalidParameters: {
    status: 400,
    code: "FDI.3002",
    message: "Invalid parameters. Path parameter [project_id] must be 1 to 64 letters, digits, `_` or `-`.",
    meaning: "The request does not fit this document",
    cause: "A parameter, or a property of the body, is of the wrong type or form, or is not described.",
    remedy: "Correct the place that the message names, and look for further ones when it counts them.",
    action: "change-request"
  },
  ConnectionFailed: {
    status: 400,
    code: "FDI.3016",
    message: "Failed to test the connectivity. The source data source [shop] did not answer in time.",
    meaning: "A database could not be read",
    cause: "The database cannot be reached, refuses the credentials, or answers too slowly.",
    remedy: "Check address, database name, user and password of the data source that the message names, and that the database runs.",
    action: "check-reference"
  },
  RealTimeStopFailed: {
    status: 400,
    code: "FDI.3019",
    message: "Failed to stop the real-time task.",
    meaning: "A real-time task could not be stopped",
    cause: "The task did not stop.",
    remedy: "Check the settings of the task and try again.",
    action: "ask-operator"
  },
  ScheduledStopFailed: {
    status: 400,
    code: "FDI.3020",
    message: "Failed to stop the scheduled task.",
    meaning: "A scheduled task could not be stopped",
    cause: "The task did not stop.",
    remedy: "Check the settings of the task and try again.",
    action: "ask-operator"
  },
  TasksNotFound: {
    status: 400,
    code: "FDI.3021",
    message: "One or more tasks do not exist.",
    meaning: "A batch names tasks that do not exist",
    cause: "At least one task of the list does not exist in the project and the instance.",
    remedy: "Check the task IDs; the answer names those that are missing.",
    action: "check-reference"
  },
  TaskIdsEmpty: {
    status: 400,
    code: "FDI.3022",
    message: "One or more tasks have empty task IDs.",
    meaning: "A batch holds an empty task ID",
    cause: "At least one entry of the list has no task ID.",
    remedy: "Give every entry its task_id.",
    action: "change-request"
  },
  TasksRunning: {
    status: 400,
    code: "FDI.3023",
    message: "One or more tasks are running.",
    meaning: "A running task stands in the way",
    cause: "The operation needs the task to be stopped.",
    remedy: "Stop the task first.",
    action: "free-it-first"
  },
  TaskStartFailed: {
    status: 400,
    code: "FDI.3026",
    message: "Failed to manually start the task.",
    meaning: "A task could not be started",
    cause: "The task is not ready to run.",
    remedy: "Check the settings of the task: its name, data sources and mappings.",
    action: "ask-operator"
  },
  TaskStopFailed: {
    status: 400,
    code: "FDI.3027",
    message: "Failed to manually stop the task.",
    meaning: "A task could not be stopped by hand",
    cause: "The task did not stop.",
    remedy: "Check the settings of the task and try again.",
    action: "ask-operator"
  },
  TaskDeleteFailed: {
    status: 400,
    code: "FDI.3028",
    message: "Failed to delete the task.",
    meaning: "A task could not be deleted",
    cause: "The task could not be removed at this moment.",
    remedy: "Try again later.",
    action: "ask-operator"
  },
  InvalidValue: {
    status: 400,
    code: "FDI.3033",
    message: "Invalid parameter [datasource_type]: this server opens SQLITE and POSTGRESQL.",
    meaning: "A value fits the document but cannot be used",
    cause: "A value has the right form but cannot be used here.",
    remedy: "Correct the parameter that stands in brackets.",
    action: "change-request"
  },
  UnknownDataSource: {
    status: 400,
    code: "FDI.3033",
    message: "Invalid parameter [source_datasource_id]: the project and the instance have no data source with this ID.",
    meaning: "A data source of the request does not exist",
    cause: "No data source with this ID exists in the project and the instance.",
    remedy: "Use an ID that listDatasources answers, or register the data source first.",
    action: "check-reference"
  },
  MissingDataSource: {
    status: 400,
    code: "FDI.3033",
    message: "Invalid parameter [target_datasource_id]: give both data sources or none.",
    meaning: "Only one of the two data sources was given",
    cause: "A pair needs a source and a destination.",
    remedy: "Give both data-source IDs, or none to look at the task as it is.",
    action: "change-request"
  },
  NameTaken: {
    status: 400,
    code: "FDI.3033",
    message: "Invalid parameter [datasource_name]: the name is taken by another data source.",
    meaning: "The name is in use",
    cause: "A data source of the project and the instance has this name already.",
    remedy: "Choose another name, or use the data source that has it.",
    action: "change-request"
  },
  TaskNameTaken: {
    status: 400,
    code: "FDI.3033",
    message: "Invalid parameter [task_name]: the name is taken by another task.",
    meaning: "The name of the task is in use",
    cause: "A task of the project and the instance has this name already.",
    remedy: "Choose another name, or change the task that has it.",
    action: "change-request"
  },
  TaskCreated: {
    status: 400,
    code: "FDI.3033",
    message: "Invalid parameter [task_id]: the task was created before; change it with updateMultiTasks.",
    meaning: "The task was created before",
    cause: "The task with this ID is no draft any more.",
    remedy: "Change it with updateMultiTasks, or leave the task_id out to make another task.",
    action: "change-request"
  },
  TaskIsDraft: {
    status: 400,
    code: "FDI.3033",
    message: "Invalid parameter [task_id]: the task is a draft; create it with createMultiTasks first.",
    meaning: "The task is a draft",
    cause: "The task was initialised and not created yet.",
    remedy: "Create the task with createMultiTasks first.",
    action: "free-it-first"
  },
  SecretNeeded: {
    status: 400,
    code: "FDI.3033",
    message: "Invalid parameter [content.password]: send the secret again, since the data source leads to another place.",
    meaning: "A secret must be sent again",
    cause: "Address, user, database or encryption differ from those that the kept secret is for.",
    remedy: "Send the secret that stands in brackets again.",
    action: "change-request"
  },
  UnknownTable: {
    status: 400,
    code: "FDI.3033",
    message: "Invalid parameter [table_name]: the data source has no table [shop.invoices].",
    meaning: "The database has no such table",
    cause: "No table of this name is in the database, the user may not read it, or several schemas have one.",
    remedy: "Write the table as listDatasourceTables answers it.",
    action: "check-reference"
  },
  DataSourceInUse: {
    status: 400,
    code: "FDI.3033",
    message: "Invalid parameter [datasource_id]: in use by task 4e1d7c0a9b8f46538271605f4e3d2c1b.",
    meaning: "A task still uses the data source",
    cause: "At least one task, drafts included, has the data source in a pair.",
    remedy: "Delete the tasks that the message names, then the data source.",
    action: "free-it-first"
  },
  SeveralPairs: {
    status: 400,
    code: "FDI.3033",
    message: "Invalid parameter [source_datasource_id, target_datasource_id]: the task has several pairs, choose one of 5b0f6a1c2d3e4f708192a3b4c5d6e7f8 > 9c8b7a6d5e4f30211203f4e5d6c7b8a9, 0a1b2c3d4e5f60718293a4b5c6d7e8f9 > 9c8b7a6d5e4f30211203f4e5d6c7b8a9.",
    meaning: "The filters leave more than one pair",
    cause: "The task has several pairs of data sources and the filters do not choose one.",
    remedy: "Give source_datasource_id, target_datasource_id or both, so that one pair is left.",
    action: "change-request"
  },
  TooManyTables: {
    status: 400,
    code: "FDI.3033",
    message: "Invalid parameter [source_datasource_id]: the database has 23140 tables, at most 20000 are mapped at once (ROMA_FDI_MAX_TABLES).",
    meaning: "A database has more tables or columns than may be mapped at once",
    cause: "The database holds more tables, or more columns in all of them, than the service maps in one call.",
    remedy: "Map a smaller database, or ask the operator of a self-hosted server to raise the limit.",
    action: "change-request"
  },
  InvalidSql: {
    status: 400,
    code: "FDI.3035",
    message: "Invalid SQL statement.",
    meaning: "An SQL statement is not valid",
    cause: "The statement of a task cannot be run.",
    remedy: "Correct the statement.",
    action: "change-request"
  },
  MappingMismatch: {
    status: 400,
    code: "FDI.3037",
    message: "The parameter in mapping information is invalid or does not match the task.",
    meaning: "A mapping does not fit the task",
    cause: "The mapping does not exist, or names tables or columns that the task does not have.",
    remedy: "Check the mapping against the columns of both tables.",
    action: "check-reference"
  },
  MappingNotFound: {
    status: 400,
    code: "FDI.3037",
    message: "The parameter in mapping information is invalid or does not match the task. The task has no mapping with this ID.",
    meaning: "The task has no such mapping",
    cause: "No mapping of the task has this ID; it may have been deleted.",
    remedy: "Use an ID that listMultiTaskMappings answers.",
    action: "check-reference"
  },
  ProjectMismatch: {
    status: 400,
    code: "FDI.3039",
    message: "The project ID is empty or does not match the project ID in the URL.",
    meaning: "The project of body and path differ",
    cause: "The request names two projects.",
    remedy: "Use the same project ID in both places.",
    action: "change-request"
  },
  AddressNotAllowed: {
    status: 400,
    code: "FDI.3043",
    message: "The data source IP address is not in the valid network segment. The operator must allow it (ROMA_FDI_ALLOW_HOSTS).",
    meaning: "The address of a data source is not allowed",
    cause: "The address lies outside the networks that the service may call.",
    remedy: "Use an allowed address; on a self-hosted server ask its operator to allow host and port.",
    action: "ask-operator"
  },
  TaskIdEmpty: {
    status: 400,
    code: "FDI.3149",
    message: "The task ID is empty.",
    meaning: "The task ID is missing",
    cause: "The operation needs a task ID.",
    remedy: "Give the task_id.",
    action: "change-request"
  },
  TaskListEmpty: {
    status: 400,
    code: "FDI.3150",
    message: "The task list is empty.",
    meaning: "The list of tasks is empty",
    cause: "The operation needs at least one task.",
    remedy: "Give at least one task.",
    action: "change-request"
  },
  DataSourceNotFound: {
    status: 404,
    code: "FDI.3033",
    message: "Invalid parameter [datasource_id]: the project and the instance have no data source with this ID.",
    meaning: "The data source does not exist",
    cause: "No data source with this ID exists in the project and the instance; it may have been deleted.",
    remedy: "Use an ID that listDatasources answers.",
    action: "check-reference"
  },
  TaskNotFound: {
    status: 404,
    code: "FDI.3081",
    message: "The task does not exist.",
    meaning: "The task does not exist",
    cause: "No task with this ID exists in the project and the instance; it may have been deleted.",
    remedy: "Use the task_id that installMultiTasks answered.",
    action: "check-reference"
  },
  SchedulePlanMissing: {
    status: 404,
    code: "FDI.3083",
    message: "One or more scheduled tasks are not configured with scheduled plans.",
    meaning: "A scheduled task has no schedule",
    cause: "A task that runs on a schedule was started without one.",
    remedy: "Give the task a schedule first.",
    action: "free-it-first"
  },
  TaskNotInProject: {
    status: 404,
    code: "FDI.3180",
    message: "This task is not in the project.",
    meaning: "The task belongs to another project",
    cause: "The task exists, but not in the project of the path.",
    remedy: "Use the project that the task was made in.",
    action: "check-reference"
  },
  ScheduledStartFailed: {
    status: 500,
    code: "FDI.3018",
    message: "Failed to start the scheduled task.",
    meaning: "A scheduled task could not be started",
    cause: "The scheduler did not take the task.",
    remedy: "Try again later.",
    action: "try-again"
  },
  InternalError: {
    status: 500,
    code: "FDI.9999",
    message: "Network error. The fault is on the side of the service.",
    meaning: "The service failed",
    cause: "Something failed inside the service; the request was not at fault.",
    remedy: "Try again later; when it stays, report the X-Request-Id of the answer.",
    action: "ask-operator"
  },
  Unavailable: {
    status: 503,
    code: "FDI.9999",
    message: "The service is stopping; try again in a moment.",
    meaning: "The service cannot serve at this moment",
    cause: "The service is starting or stopping, has too much to do, did not finish in its time, or cannot reach its store. Nothing was changed.",
    remedy: "Try again after the seconds in Retry-After.",
    action: "try-again"
  },
  NoSuchOperation: {
    status: 404,
    code: "APIGW.0101",
    message: "The API does not exist or has not been published.",
    meaning: "No such path",
    cause: "No operation has this path, or the API is not published on the instance.",
    remedy: "Check the path, the region and the instance; a base URL ends before the /v2 of the path.",
    action: "check-reference"
  },
  MethodNotAllowed: {
    status: 405,
    code: "APIGW.0101",
    message: "The path exists, but not with this method; it takes GET, DELETE.",
    meaning: "No such method on this path",
    cause: "The path takes other methods; the Allow header lists them.",
    remedy: "Use one of the methods in the Allow header.",
    action: "change-request"
  },
  BackendNotFound: {
    status: 404,
    code: "APIGW.0103",
    message: "The backend does not exist.",
    meaning: "The service behind the gateway is not there",
    cause: "The gateway knows the API but not the service behind it.",
    remedy: "Try again later; when it stays, report it to the operator of the instance.",
    action: "ask-operator"
  },
  GatewayPathRefused: {
    status: 400,
    code: "APIGW.0104",
    message: "The request was refused by the gateway.",
    meaning: "The gateway refused the request",
    cause: "The gateway could not make sense of the request.",
    remedy: "Check the path and the parameters.",
    action: "change-request"
  },
  GatewayRequestRefused: {
    status: 400,
    code: "APIGW.0105",
    message: "The request was refused by the gateway.",
    meaning: "The gateway refused the request",
    cause: "The gateway could not make sense of the request.",
    remedy: "Check the path and the parameters.",
    action: "change-request"
  },
  OrchestrationFailed: {
    status: 400,
    code: "APIGW.0106",
    message: "The orchestration of the request failed.",
    meaning: "The gateway could not prepare the request",
    cause: "A rule of the gateway that rewrites requests did not fit this one.",
    remedy: "Check the parameters; when it stays, report it to the operator of the instance.",
    action: "ask-operator"
  },
  BadRequest: {
    status: 400,
    code: "APIGW.0201",
    message: "Bad request: the request line or a header is malformed.",
    meaning: "The request is not valid HTTP",
    cause: "The request line, a header or the framing of the body is malformed.",
    remedy: "Send a valid HTTP/1.1 request.",
    action: "change-request"
  },
  RequestTimeout: {
    status: 408,
    code: "APIGW.0201",
    message: "The request did not arrive in time.",
    meaning: "The request did not arrive in time",
    cause: "The headers or the body were sent too slowly, or not to their end.",
    remedy: "Send the whole request without a pause.",
    action: "change-request"
  },
  BodyTooLarge: {
    status: 413,
    code: "APIGW.0201",
    message: "The request body is larger than 65536 bytes.",
    meaning: "The body is too large",
    cause: "The body is larger than the operation takes.",
    remedy: "Send less in one request.",
    action: "change-request"
  },
  UriTooLong: {
    status: 414,
    code: "APIGW.0201",
    message: "The path and query are too long.",
    meaning: "The URL is too long",
    cause: "The path and the query together have more than 8,192 characters.",
    remedy: "Shorten the path and the query.",
    action: "change-request"
  },
  UnsupportedMediaType: {
    status: 415,
    code: "APIGW.0201",
    message: "The media type must be application/json.",
    meaning: "The body is not JSON",
    cause: "The Content-Type of the body is missing, is not application/json or names a charset other than UTF-8, or the body has a content encoding.",
    remedy: "Send plain JSON in UTF-8 with Content-Type: application/json.",
    action: "change-request"
  },
  HeadersTooLarge: {
    status: 431,
    code: "APIGW.0201",
    message: "The request headers hold more than 65536 bytes.",
    meaning: "The headers are too large",
    cause: "The headers hold more than 64 KB in all.",
    remedy: "Send fewer or shorter headers; a token has several KB, not tens.",
    action: "change-request"
  },
  Unauthenticated: {
    status: 401,
    code: "APIGW.0301",
    message: "Incorrect IAM authentication information: send X-Auth-Token, or sign the request.",
    meaning: "No valid credentials",
    cause: "The token or the signature is missing, expired or wrong.",
    remedy: "Send a valid X-Auth-Token, or sign the request; tokens expire after 24 hours, a signature 15 minutes after its X-Sdk-Date.",
    action: "sign-in"
  },
  Forbidden: {
    status: 403,
    code: "APIGW.0302",
    message: "The token is not allowed to call this project.",
    meaning: "Not allowed",
    cause: "The credentials are valid but do not reach this project, instance or operation.",
    remedy: "Use credentials that may call it, or ask for the permission.",
    action: "ask-operator"
  },
  NoPermission: {
    status: 403,
    code: "APIGW.0306",
    message: "The caller has no permission to call the API.",
    meaning: "Not allowed by the gateway",
    cause: "The caller was not given access to the API.",
    remedy: "Ask the owner of the API for access.",
    action: "ask-operator"
  },
  TooManyRequests: {
    status: 429,
    code: "APIGW.0308",
    message: "The throttling threshold has been reached; wait before the next request.",
    meaning: "Too many requests",
    cause: "The caller sends more requests than it may, or too many signatures of an access key were wrong.",
    remedy: "Wait for the seconds in Retry-After, then go on more slowly.",
    action: "try-again"
  }
} as const;

/** Status, code and action of each failure: what programs go by, without the words for people. */
export const failureKinds = {
  InvalidParameters: [ 400, "FDI.3002", "change-request" ],
  ConnectionFailed: [ 400, "FDI.3016", "check-reference" ],
  RealTimeStopFailed: [ 400, "FDI.3019", "ask-operator" ],
  ScheduledStopFailed: [ 400, "FDI.3020", "ask-operator" ],
  TasksNotFound: [ 400, "FDI.3021", "check-reference" ],
  TaskIdsEmpty: [ 400, "FDI.3022", "change-request" ],
  TasksRunning: [ 400, "FDI.3023", "free-it-first" ],
  TaskStartFailed: [ 400, "FDI.3026", "ask-operator" ],
  TaskStopFailed: [ 400, "FDI.3027", "ask-operator" ],
  TaskDeleteFailed: [ 400, "FDI.3028", "ask-operator" ],
  InvalidValue: [ 400, "FDI.3033", "change-request" ],
  UnknownDataSource: [ 400, "FDI.3033", "check-reference" ],
  MissingDataSource: [ 400, "FDI.3033", "change-request" ],
  NameTaken: [ 400, "FDI.3033", "change-request" ],
  TaskNameTaken: [ 400, "FDI.3033", "change-request" ],
  TaskCreated: [ 400, "FDI.3033", "change-request" ],
  TaskIsDraft: [ 400, "FDI.3033", "free-it-first" ],
  SecretNeeded: [ 400, "FDI.3033", "change-request" ],
  UnknownTable: [ 400, "FDI.3033", "check-reference" ],
  DataSourceInUse: [ 400, "FDI.3033", "free-it-first" ],
  SeveralPairs: [ 400, "FDI.3033", "change-request" ],
  TooManyTables: [ 400, "FDI.3033", "change-request" ],
  InvalidSql: [ 400, "FDI.3035", "change-request" ],
  MappingMismatch: [ 400, "FDI.3037", "check-reference" ],
  MappingNotFound: [ 400, "FDI.3037", "check-reference" ],
  ProjectMismatch: [ 400, "FDI.3039", "change-request" ],
  AddressNotAllowed: [ 400, "FDI.3043", "ask-operator" ],
  TaskIdEmpty: [ 400, "FDI.3149", "change-request" ],
  TaskListEmpty: [ 400, "FDI.3150", "change-request" ],
  DataSourceNotFound: [ 404, "FDI.3033", "check-reference" ],
  TaskNotFound: [ 404, "FDI.3081", "check-reference" ],
  SchedulePlanMissing: [ 404, "FDI.3083", "free-it-first" ],
  TaskNotInProject: [ 404, "FDI.3180", "check-reference" ],
  ScheduledStartFailed: [ 500, "FDI.3018", "try-again" ],
  InternalError: [ 500, "FDI.9999", "ask-operator" ],
  Unavailable: [ 503, "FDI.9999", "try-again" ],
  NoSuchOperation: [ 404, "APIGW.0101", "check-reference" ],
  MethodNotAllowed: [ 405, "APIGW.0101", "change-request" ],
  BackendNotFound: [ 404, "APIGW.0103", "ask-operator" ],
  GatewayPathRefused: [ 400, "APIGW.0104", "change-request" ],
  GatewayRequestRefused: [ 400, "APIGW.0105", "change-request" ],
  OrchestrationFailed: [ 400, "APIGW.0106", "ask-operator" ],
  BadRequest: [ 400, "APIGW.0201", "change-request" ],
  RequestTimeout: [ 408, "APIGW.0201", "change-request" ],
  BodyTooLarge: [ 413, "APIGW.0201", "change-request" ],
  UriTooLong: [ 414, "APIGW.0201", "change-request" ],
  UnsupportedMediaType: [ 415, "APIGW.0201", "change-request" ],
  HeadersTooLarge: [ 431, "APIGW.0201", "change-request" ],
  Unauthenticated: [ 401, "APIGW.0301", "sign-in" ],
  Forbidden: [ 403, "APIGW.0302", "ask-operator" ],
  NoPermission: [ 403, "APIGW.0306", "ask-operator" ],
  TooManyRequests: [ 429, "APIGW.0308", "try-again" ]
} as const;

/** What each failure means and what to do: the words for people, without the rest of the table above. */
export const failureWords = {
  InvalidParameters: {
    meaning: "The request does not fit this document",
    remedy: "Correct the place that the message names, and look for further ones when it counts them."
  },
  ConnectionFailed: {
    meaning: "A database could not be read",
    remedy: "Check address, database name, user and password of the data source that the message names, and that the database runs."
  },
  RealTimeStopFailed: {
    meaning: "A real-time task could not be stopped",
    remedy: "Check the settings of the task and try again."
  },
  ScheduledStopFailed: {
    meaning: "A scheduled task could not be stopped",
    remedy: "Check the settings of the task and try again."
  },
  TasksNotFound: {
    meaning: "A batch names tasks that do not exist",
    remedy: "Check the task IDs; the answer names those that are missing."
  },
  TaskIdsEmpty: {
    meaning: "A batch holds an empty task ID",
    remedy: "Give every entry its task_id."
  },
  TasksRunning: {
    meaning: "A running task stands in the way",
    remedy: "Stop the task first."
  },
  TaskStartFailed: {
    meaning: "A task could not be started",
    remedy: "Check the settings of the task: its name, data sources and mappings."
  },
  TaskStopFailed: {
    meaning: "A task could not be stopped by hand",
    remedy: "Check the settings of the task and try again."
  },
  TaskDeleteFailed: {
    meaning: "A task could not be deleted",
    remedy: "Try again later."
  },
  InvalidValue: {
    meaning: "A value fits the document but cannot be used",
    remedy: "Correct the parameter that stands in brackets."
  },
  UnknownDataSource: {
    meaning: "A data source of the request does not exist",
    remedy: "Use an ID that listDatasources answers, or register the data source first."
  },
  MissingDataSource: {
    meaning: "Only one of the two data sources was given",
    remedy: "Give both data-source IDs, or none to look at the task as it is."
  },
  NameTaken: {
    meaning: "The name is in use",
    remedy: "Choose another name, or use the data source that has it."
  },
  TaskNameTaken: {
    meaning: "The name of the task is in use",
    remedy: "Choose another name, or change the task that has it."
  },
  TaskCreated: {
    meaning: "The task was created before",
    remedy: "Change it with updateMultiTasks, or leave the task_id out to make another task."
  },
  TaskIsDraft: {
    meaning: "The task is a draft",
    remedy: "Create the task with createMultiTasks first."
  },
  SecretNeeded: {
    meaning: "A secret must be sent again",
    remedy: "Send the secret that stands in brackets again."
  },
  UnknownTable: {
    meaning: "The database has no such table",
    remedy: "Write the table as listDatasourceTables answers it."
  },
  DataSourceInUse: {
    meaning: "A task still uses the data source",
    remedy: "Delete the tasks that the message names, then the data source."
  },
  SeveralPairs: {
    meaning: "The filters leave more than one pair",
    remedy: "Give source_datasource_id, target_datasource_id or both, so that one pair is left."
  },
  TooManyTables: {
    meaning: "A database has more tables or columns than may be mapped at once",
    remedy: "Map a smaller database, or ask the operator of a self-hosted server to raise the limit."
  },
  InvalidSql: {
    meaning: "An SQL statement is not valid",
    remedy: "Correct the statement."
  },
  MappingMismatch: {
    meaning: "A mapping does not fit the task",
    remedy: "Check the mapping against the columns of both tables."
  },
  MappingNotFound: {
    meaning: "The task has no such mapping",
    remedy: "Use an ID that listMultiTaskMappings answers."
  },
  ProjectMismatch: {
    meaning: "The project of body and path differ",
    remedy: "Use the same project ID in both places."
  },
  AddressNotAllowed: {
    meaning: "The address of a data source is not allowed",
    remedy: "Use an allowed address; on a self-hosted server ask its operator to allow host and port."
  },
  TaskIdEmpty: {
    meaning: "The task ID is missing",
    remedy: "Give the task_id."
  },
  TaskListEmpty: {
    meaning: "The list of tasks is empty",
    remedy: "Give at least one task."
  },
  DataSourceNotFound: {
    meaning: "The data source does not exist",
    remedy: "Use an ID that listDatasources answers."
  },
  TaskNotFound: {
    meaning: "The task does not exist",
    remedy: "Use the task_id that installMultiTasks answered."
  },
  SchedulePlanMissing: {
    meaning: "A scheduled task has no schedule",
    remedy: "Give the task a schedule first."
  },
  TaskNotInProject: {
    meaning: "The task belongs to another project",
    remedy: "Use the project that the task was made in."
  },
  ScheduledStartFailed: {
    meaning: "A scheduled task could not be started",
    remedy: "Try again later."
  },
  InternalError: {
    meaning: "The service failed",
    remedy: "Try again later; when it stays, report the X-Request-Id of the answer."
  },
  Unavailable: {
    meaning: "The service cannot serve at this moment",
    remedy: "Try again after the seconds in Retry-After."
  },
  NoSuchOperation: {
    meaning: "No such path",
    remedy: "Check the path, the region and the instance; a base URL ends before the /v2 of the path."
  },
  MethodNotAllowed: {
    meaning: "No such method on this path",
    remedy: "Use one of the methods in the Allow header."
  },
  BackendNotFound: {
    meaning: "The service behind the gateway is not there",
    remedy: "Try again later; when it stays, report it to the operator of the instance."
  },
  GatewayPathRefused: {
    meaning: "The gateway refused the request",
    remedy: "Check the path and the parameters."
  },
  GatewayRequestRefused: {
    meaning: "The gateway refused the request",
    remedy: "Check the path and the parameters."
  },
  OrchestrationFailed: {
    meaning: "The gateway could not prepare the request",
    remedy: "Check the parameters; when it stays, report it to the operator of the instance."
  },
  BadRequest: {
    meaning: "The request is not valid HTTP",
    remedy: "Send a valid HTTP/1.1 request."
  },
  RequestTimeout: {
    meaning: "The request did not arrive in time",
    remedy: "Send the whole request without a pause."
  },
  BodyTooLarge: {
    meaning: "The body is too large",
    remedy: "Send less in one request."
  },
  UriTooLong: {
    meaning: "The URL is too long",
    remedy: "Shorten the path and the query."
  },
  UnsupportedMediaType: {
    meaning: "The body is not JSON",
    remedy: "Send plain JSON in UTF-8 with Content-Type: application/json."
  },
  HeadersTooLarge: {
    meaning: "The headers are too large",
    remedy: "Send fewer or shorter headers; a token has several KB, not tens."
  },
  Unauthenticated: {
    meaning: "No valid credentials",
    remedy: "Send a valid X-Auth-Token, or sign the request; tokens expire after 24 hours, a signature 15 minutes after its X-Sdk-Date."
  },
  Forbidden: {
    meaning: "Not allowed",
    remedy: "Use credentials that may call it, or ask for the permission."
  },
  NoPermission: {
    meaning: "Not allowed by the gateway",
    remedy: "Ask the owner of the API for access."
  },
  TooManyRequests: {
    meaning: "Too many requests",
    remedy: "Wait for the seconds in Retry-After, then go on more slowly."
  }
} as const;

/** Status and code of the failures with which nothing was done, and after which the same call may succeed. */
export const passingFailures: readonly string[] = [ "500 FDI.3018", "503 FDI.9999", "429 APIGW.0308" ];

/** The fields of a data source's content that are secrets: no answer shows them. */
export const secretFields: readonly string[] = [
  "password",
  "sk",
  "url",
  "api_auth_detail",
  "ssl_password",
  "trust_store_password",
  "key_store",
  "key_store_password",
  "key_store_key_password",
  "snmp_community",
  "config_file_content",
  "connector_params"
];

/** What every path of the contract begins with. */
export const pathRoot = "/v2/";

/** Header of a failing answer in which a self-hosted server, and the mock, name the failure as the table above does. */
export const failureHeader = "X-Failure";

const checkDataSourceRsp: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['datasource_id'], value, 'datasource_id', true);
  string(value['datasource_name'], value, 'datasource_name');
  string(value['datasource_type'], value, 'datasource_type');
  string(value['vpc_id'], value, 'vpc_id');
  string(value['app_id'], value, 'app_id');
  string(value['app_name'], value, 'app_name');
  string(value['instance_id'], value, 'instance_id');
  integer(value['create_time'], value, 'create_time');
  integer(value['update_time'], value, 'update_time');
  string(value['custom_plugin_id'], value, 'custom_plugin_id');
  checkContent(value['content'], value, 'content');
  string(value['description'], value, 'description');
  list(value['app_permission'], value, 'app_permission', string);
};

const checkContent: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['gauss100_version'], value, 'gauss100_version');
  string(value['host'], value, 'host');
  string(value['port'], value, 'port');
  string(value['database_name'], value, 'database_name');
  string(value['redis_database'], value, 'redis_database');
  string(value['user_name'], value, 'user_name');
  string(value['mode'], value, 'mode');
  string(value['cdc_mode'], value, 'cdc_mode');
  list(value['multi_oracle_address'], value, 'multi_oracle_address', checkMultiOracleAddress);
  string(value['oracle_service_name'], value, 'oracle_service_name');
  string(value['ftp_connect_mode'], value, 'ftp_connect_mode');
  string(value['ftp_protocol'], value, 'ftp_protocol');
  string(value['address'], value, 'address');
  string(value['ak'], value, 'ak');
  string(value['bucket_name'], value, 'bucket_name');
  boolean(value['https'], value, 'https');
  string(value['api_method'], value, 'api_method');
  string(value['auth_method'], value, 'auth_method');
  string(value['broker'], value, 'broker');
  boolean(value['ssl'], value, 'ssl');
  boolean(value['ssl_enable'], value, 'ssl_enable');
  string(value['ssl_username'], value, 'ssl_username');
  string(value['mongodb_auth_source'], value, 'mongodb_auth_source');
  boolean(value['mongodb_cluster_enable'], value, 'mongodb_cluster_enable');
  string(value['mongodb_replica_set'], value, 'mongodb_replica_set');
  string(value['encoding'], value, 'encoding');
  integer(value['mysql_timeout'], value, 'mysql_timeout');
  string(value['trust_store'], value, 'trust_store');
  string(value['trust_store_file_type'], value, 'trust_store_file_type');
  string(value['ssl_auth_method'], value, 'ssl_auth_method');
  string(value['key_store_file_type'], value, 'key_store_file_type');
  string(value['dis_tunnel_name'], value, 'dis_tunnel_name');
  string(value['dis_data_type'], value, 'dis_data_type');
  string(value['dis_setting_type'], value, 'dis_setting_type');
  string(value['dis_endpoint'], value, 'dis_endpoint');
  string(value['dis_region'], value, 'dis_region');
  string(value['dis_source_project_id'], value, 'dis_source_project_id');
  string(value['hl7_position'], value, 'hl7_position');
  boolean(value['hl7_whitelist_enable'], value, 'hl7_whitelist_enable');
  string(value['hl7_whitelist'], value, 'hl7_whitelist');
  string(value['ldap_security_auth_type'], value, 'ldap_security_auth_type');
  string(value['rabbitmq_virtual_host'], value, 'rabbitmq_virtual_host');
  string(value['rabbitmq_ssl_protocol'], value, 'rabbitmq_ssl_protocol');
  string(value['sap_client'], value, 'sap_client');
  string(value['sap_sysnr'], value, 'sap_sysnr');
  string(value['snmp_network_protocol'], value, 'snmp_network_protocol');
  integer(value['snmp_version'], value, 'snmp_version');
  string(value['ibmmq_ccs_id'], value, 'ibmmq_ccs_id');
  string(value['ibmmq_queue_manager'], value, 'ibmmq_queue_manager');
  string(value['ibmmq_channel'], value, 'ibmmq_channel');
  string(value['ibmmq_cipher_suite'], value, 'ibmmq_cipher_suite');
  string(value['hdfs_path'], value, 'hdfs_path');
  string(value['principal_name'], value, 'principal_name');
  string(value['config_file_name'], value, 'config_file_name');
  string(value['connection_instance_id'], value, 'connection_instance_id');
};

const checkMultiOracleAddress: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['oracle_address'], value, 'oracle_address');
  string(value['oracle_port'], value, 'oracle_port');
};

const checkFdiPageQuery: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  integer(value['total'], value, 'total', true);
  integer(value['size'], value, 'size', true);
  list(value['entities'], value, 'entities', checkDataSourceRsp, true);
};

const checkTestConnectRsp: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  boolean(value['result'], value, 'result');
};

const checkDatasourceTables: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  list(value['tables'], value, 'tables', string, true);
};

const checkDatasourceColumns: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  list(value['columns'], value, 'columns', checkColumnInfo, true);
};

const checkColumnInfo: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['field_name'], value, 'field_name');
  string(value['field_type'], value, 'field_type');
  string(value['field_length'], value, 'field_length');
  string(value['null_able'], value, 'null_able');
  string(value['primary'], value, 'primary');
  string(value['unique'], value, 'unique');
  string(value['decimal_digits'], value, 'decimal_digits');
  boolean(value['is_partition'], value, 'is_partition');
};

const checkMultiTaskInitElement: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  checkMultiTaskPair(value, holder, key, isNeeded);
  list(value['mappings'], value, 'mappings', checkMultiTaskMappingElement);
  list(value['schema_mappings'], value, 'schema_mappings', checkMultiTaskSchemaMappingElement);
  integer(value['mappings_total_count'], value, 'mappings_total_count');
};

const checkMultiTaskPair: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  checkMultiTaskExtInfo(value['ext_info'], value, 'ext_info');
  string(value['task_id'], value, 'task_id', true);
  string(value['source_datasource_id'], value, 'source_datasource_id');
  string(value['target_datasource_id'], value, 'target_datasource_id');
  string(value['source_group'], value, 'source_group');
  string(value['target_group'], value, 'target_group');
  string(value['source_ds_id'], value, 'source_ds_id');
  string(value['target_ds_id'], value, 'target_ds_id');
  string(value['source_instance_id'], value, 'source_instance_id');
  string(value['target_instance_id'], value, 'target_instance_id');
  string(value['source_app_id'], value, 'source_app_id');
  string(value['target_app_id'], value, 'target_app_id');
  string(value['source_datasource_name'], value, 'source_datasource_name');
  string(value['target_datasource_name'], value, 'target_datasource_name');
  string(value['source_datasource_type'], value, 'source_datasource_type');
  string(value['target_datasource_type'], value, 'target_datasource_type');
};

const checkMultiTaskExtInfo: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['server_id'], value, 'server_id');
};

const checkMultiTaskMappingElement: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['id'], value, 'id');
  string(value['source_table'], value, 'source_table');
  string(value['target_table'], value, 'target_table');
  integer(value['updated_time'], value, 'updated_time');
  integer(value['mapping_percent'], value, 'mapping_percent');
  string(value['status'], value, 'status');
  list(value['source_columns'], value, 'source_columns', checkMultiTaskColumnInfo);
  list(value['target_columns'], value, 'target_columns', checkMultiTaskColumnInfo);
  list(value['mapping'], value, 'mapping', checkMappingInfo);
  integer(value['mapped'], value, 'mapped');
  integer(value['unmapped'], value, 'unmapped');
  checkMappingExplanation(value['explanation'], value, 'explanation');
};

const checkMultiTaskColumnInfo: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['field_name'], value, 'field_name');
  string(value['field_type'], value, 'field_type');
  string(value['field_length'], value, 'field_length');
};

const checkMappingInfo: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['source_column'], value, 'source_column');
  string(value['source_column_type'], value, 'source_column_type');
  string(value['source_column_length'], value, 'source_column_length');
  string(value['target_column'], value, 'target_column');
  string(value['target_column_type'], value, 'target_column_type');
  string(value['target_column_length'], value, 'target_column_length');
};

const checkMappingExplanation: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['rule'], value, 'rule', true);
  number(value['confidence'], value, 'confidence', true);
  list(value['runners_up'], value, 'runners_up', checkTableRunnerUp, true);
  list(value['columns'], value, 'columns', checkColumnExplanation);
  list(value['unmapped_source_columns'], value, 'unmapped_source_columns', checkUnmappedColumn);
  list(value['unmapped_target_columns'], value, 'unmapped_target_columns', checkUnmappedColumn);
};

const checkTableRunnerUp: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['source_table'], value, 'source_table', true);
  string(value['target_table'], value, 'target_table', true);
  number(value['score'], value, 'score', true);
};

const checkColumnExplanation: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['source_column'], value, 'source_column', true);
  string(value['target_column'], value, 'target_column', true);
  string(value['rule'], value, 'rule', true);
  number(value['confidence'], value, 'confidence', true);
  list(value['runners_up'], value, 'runners_up', checkColumnRunnerUp, true);
};

const checkColumnRunnerUp: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['source_column'], value, 'source_column', true);
  string(value['target_column'], value, 'target_column', true);
  number(value['score'], value, 'score', true);
};

const checkUnmappedColumn: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['column'], value, 'column', true);
  string(value['reason'], value, 'reason', true);
  string(value['nearest_column'], value, 'nearest_column');
  number(value['nearest_score'], value, 'nearest_score');
};

const checkMultiTaskSchemaMappingElement: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['id'], value, 'id');
  string(value['source_schema'], value, 'source_schema');
  string(value['target_schema'], value, 'target_schema');
  integer(value['updated_time'], value, 'updated_time');
  string(value['status'], value, 'status');
};

const checkMultiTaskIdRsp: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['task_id'], value, 'task_id', true);
};

const checkMessageRsp: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['message'], value, 'message');
};

const checkMultiTaskMappingsPage: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  checkMultiTaskPair(value, holder, key, isNeeded);
  list(value['mappings'], value, 'mappings', checkMultiTaskMappingElement);
  list(value['schema_mappings'], value, 'schema_mappings', checkMultiTaskSchemaMappingElement);
  integer(value['mappings_total_count'], value, 'mappings_total_count');
  list(value['unmapped_source_tables'], value, 'unmapped_source_tables', checkUnmappedTable);
  integer(value['unmapped_source_tables_total_count'], value, 'unmapped_source_tables_total_count');
  list(value['unmapped_target_tables'], value, 'unmapped_target_tables', checkUnmappedTable);
  integer(value['unmapped_target_tables_total_count'], value, 'unmapped_target_tables_total_count');
};

const checkUnmappedTable: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['table'], value, 'table', true);
  string(value['reason'], value, 'reason', true);
  string(value['nearest_table'], value, 'nearest_table');
  number(value['nearest_score'], value, 'nearest_score');
};

const checkMappingIdRsp: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['mapping_id'], value, 'mapping_id', true);
};

const checkMultiTaskDecisionsRsp: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  integer(value['accepted_count'], value, 'accepted_count', true);
  integer(value['created_count'], value, 'created_count', true);
  integer(value['updated_count'], value, 'updated_count', true);
  integer(value['deleted_count'], value, 'deleted_count', true);
  integer(value['refused_count'], value, 'refused_count', true);
  integer(value['unchanged_count'], value, 'unchanged_count', true);
};

const checkTaskPage: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  integer(value['total'], value, 'total', true);
  integer(value['size'], value, 'size', true);
  list(value['entities'], value, 'entities', checkBriefTaskRespBean, true);
};

const checkBriefTaskRespBean: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['task_id'], value, 'task_id');
  string(value['task_name'], value, 'task_name');
  string(value['task_type'], value, 'task_type');
  integer(value['status'], value, 'status');
  integer(value['created_date'], value, 'created_date');
  string(value['version'], value, 'version');
  integer(value['last_modified_time'], value, 'last_modified_time');
  string(value['execute_status'], value, 'execute_status');
  string(value['source_app_id'], value, 'source_app_id');
  string(value['target_app_id'], value, 'target_app_id');
  string(value['source_instance_id'], value, 'source_instance_id');
  string(value['target_instance_id'], value, 'target_instance_id');
  string(value['ext_type'], value, 'ext_type');
  string(value['enterprise_project_id'], value, 'enterprise_project_id');
  string(value['task_tag'], value, 'task_tag');
};

const checkTaskResponseV2: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  checkTaskBasicRsp(value['task'], value, 'task', true);
  string(value['task_detail'], value, 'task_detail');
};

const checkTaskBasicRsp: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['task_id'], value, 'task_id');
  string(value['task_name'], value, 'task_name');
  string(value['task_type'], value, 'task_type');
  string(value['status'], value, 'status');
  string(value['project_id'], value, 'project_id');
  string(value['source_datasource_id'], value, 'source_datasource_id');
  string(value['target_datasource_id'], value, 'target_datasource_id');
  string(value['source_datasource_name'], value, 'source_datasource_name');
  string(value['target_datasource_name'], value, 'target_datasource_name');
  string(value['source_app_id'], value, 'source_app_id');
  string(value['target_app_id'], value, 'target_app_id');
  string(value['source_app_name'], value, 'source_app_name');
  string(value['target_app_name'], value, 'target_app_name');
  integer(value['created_date'], value, 'created_date');
  integer(value['last_modified_date'], value, 'last_modified_date');
  string(value['description'], value, 'description');
  string(value['task_tag'], value, 'task_tag');
};

const checkTaskBatchRsp: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  integer(value['success_count'], value, 'success_count', true);
  integer(value['failure_count'], value, 'failure_count', true);
  list(value['success'], value, 'success', checkTaskBeanFacade, true);
  list(value['failure'], value, 'failure', checkTaskBeanFacade, true);
};

const checkTaskBeanFacade: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  string(value['task_id'], value, 'task_id');
  string(value['task_name'], value, 'task_name');
  string(value['error_code'], value, 'error_code');
  string(value['error_msg'], value, 'error_msg');
};

const checkTaskCounts: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  checkTaskCountDetails(value['common_task_details'], value, 'common_task_details');
  checkTaskCountDetails(value['cdc_task_details'], value, 'cdc_task_details');
};

const checkTaskCountDetails: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
  integer(value['running_tasks_count'], value, 'running_tasks_count');
  integer(value['abnormal_tasks_count'], value, 'abnormal_tasks_count');
  integer(value['terminated_tasks_count'], value, 'terminated_tasks_count');
  integer(value['completed_tasks_count'], value, 'completed_tasks_count');
};

export const createDatasourceInfo: Operation<'createDatasourceInfo'> = {
  id: "createDatasourceInfo",
  method: "POST",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources",
  timeout: 30000,
  repeatable: false,
  check: checkDataSourceRsp
};

export const listDatasources: Operation<'listDatasources'> = {
  id: "listDatasources",
  method: "GET",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources",
  timeout: 30000,
  repeatable: true,
  check: checkFdiPageQuery
};

export const showDatasourceDetail: Operation<'showDatasourceDetail'> = {
  id: "showDatasourceDetail",
  method: "GET",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}",
  timeout: 30000,
  repeatable: true,
  check: checkDataSourceRsp
};

export const updateDatasourceInfo: Operation<'updateDatasourceInfo'> = {
  id: "updateDatasourceInfo",
  method: "PUT",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}",
  timeout: 30000,
  repeatable: true,
  check: checkDataSourceRsp
};

export const deleteDatasourceInfoById: Operation<'deleteDatasourceInfoById'> = {
  id: "deleteDatasourceInfoById",
  method: "DELETE",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}",
  timeout: 30000,
  repeatable: true,
  gone: {
    id: "datasource_id",
    failures: [
      "404 FDI.3033"
    ]
  },
  check: undefined
};

export const startTestDatasource: Operation<'startTestDatasource'> = {
  id: "startTestDatasource",
  method: "POST",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}/test-connect",
  timeout: 120000,
  repeatable: true,
  check: checkTestConnectRsp
};

export const listDatasourceTables: Operation<'listDatasourceTables'> = {
  id: "listDatasourceTables",
  method: "GET",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}/tables",
  timeout: 120000,
  repeatable: true,
  check: checkDatasourceTables
};

export const listDatasourceColumns: Operation<'listDatasourceColumns'> = {
  id: "listDatasourceColumns",
  method: "GET",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/datasources/{datasource_id}/columns",
  timeout: 120000,
  repeatable: true,
  check: checkDatasourceColumns
};

export const installMultiTasks: Operation<'installMultiTasks'> = {
  id: "installMultiTasks",
  method: "POST",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/init",
  timeout: 120000,
  repeatable: "task_id",
  check: (value, holder, key, isNeeded) => list(value, holder, key, checkMultiTaskInitElement, isNeeded)
};

export const createMultiTasks: Operation<'createMultiTasks'> = {
  id: "createMultiTasks",
  method: "POST",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks",
  timeout: 30000,
  repeatable: false,
  check: checkMultiTaskIdRsp
};

export const updateMultiTasks: Operation<'updateMultiTasks'> = {
  id: "updateMultiTasks",
  method: "PUT",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}",
  timeout: 30000,
  repeatable: true,
  check: checkMultiTaskIdRsp
};

export const resetMultiTaskOffset: Operation<'resetMultiTaskOffset'> = {
  id: "resetMultiTaskOffset",
  method: "POST",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/reset",
  timeout: 30000,
  repeatable: false,
  check: checkMessageRsp
};

export const listMultiTaskMappings: Operation<'listMultiTaskMappings'> = {
  id: "listMultiTaskMappings",
  method: "GET",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/mappings",
  timeout: 30000,
  repeatable: true,
  check: checkMultiTaskMappingsPage
};

export const createMultiTaskMappings: Operation<'createMultiTaskMappings'> = {
  id: "createMultiTaskMappings",
  method: "POST",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/mappings",
  timeout: 120000,
  repeatable: false,
  check: checkMappingIdRsp
};

export const updateMultiTaskMappings: Operation<'updateMultiTaskMappings'> = {
  id: "updateMultiTaskMappings",
  method: "PUT",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/mappings/{mapping_id}",
  timeout: 120000,
  repeatable: true,
  check: checkMappingIdRsp
};

export const deleteMultiTaskMapping: Operation<'deleteMultiTaskMapping'> = {
  id: "deleteMultiTaskMapping",
  method: "DELETE",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/mappings/{mapping_id}",
  timeout: 30000,
  repeatable: true,
  gone: {
    id: "mapping_id",
    failures: [
      "400 FDI.3037",
      "404 FDI.3081"
    ]
  },
  check: checkMappingIdRsp
};

export const applyMultiTaskDecisions: Operation<'applyMultiTaskDecisions'> = {
  id: "applyMultiTaskDecisions",
  method: "POST",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/{task_id}/decisions",
  timeout: 120000,
  repeatable: true,
  check: checkMultiTaskDecisionsRsp
};

export const listTasks: Operation<'listTasks'> = {
  id: "listTasks",
  method: "GET",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/tasks",
  timeout: 30000,
  repeatable: true,
  check: checkTaskPage
};

export const showTask: Operation<'showTask'> = {
  id: "showTask",
  method: "GET",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/tasks/{task_id}",
  timeout: 30000,
  repeatable: true,
  check: checkTaskResponseV2
};

export const deleteTask: Operation<'deleteTask'> = {
  id: "deleteTask",
  method: "DELETE",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/tasks/{task_id}",
  timeout: 30000,
  repeatable: true,
  gone: {
    id: "task_id",
    failures: [
      "404 FDI.3081"
    ]
  },
  check: undefined
};

export const runTask: Operation<'runTask'> = {
  id: "runTask",
  method: "POST",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/tasks/{task_id}/run",
  timeout: 120000,
  repeatable: false,
  check: undefined
};

export const stopTask: Operation<'stopTask'> = {
  id: "stopTask",
  method: "POST",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/tasks/{task_id}/terminate",
  timeout: 120000,
  repeatable: false,
  check: checkMessageRsp
};

export const batchStartOrStopTasks: Operation<'batchStartOrStopTasks'> = {
  id: "batchStartOrStopTasks",
  method: "POST",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/batch-operation/tasks",
  timeout: 120000,
  repeatable: false,
  check: checkTaskBatchRsp
};

export const countTasks: Operation<'countTasks'> = {
  id: "countTasks",
  method: "GET",
  path: "/v2/{project_id}/fdi/instances/{instance_id}/statistics/tasks",
  timeout: 30000,
  repeatable: true,
  check: checkTaskCounts
};

export const createMultiTaskMappingsAutomatically: Operation<'createMultiTaskMappingsAutomatically'> = {
  id: "createMultiTaskMappingsAutomatically",
  method: "POST",
  path: "/v2/{project_id}/fdi/multi-tasks/mappings/auto",
  timeout: 120000,
  repeatable: "task_id",
  check: (value, holder, key, isNeeded) => list(value, holder, key, checkMultiTaskInitElement, isNeeded)
};
