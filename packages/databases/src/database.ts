/** What a kind of database says of itself: the terms between its folder, the host that lends a place, and the child that reads. */
import type { Catalog } from './catalog.ts';
import type { CatalogError } from './catalog-error.ts';
import type { DatabaseType } from './databases.ts';
import type { CatalogWriter } from './process/packed.ts';

/** The settings of a data source in the contract's spelling, its secrets among them. */
export type Settings = Readonly<Record<string, unknown>>;

/** What the settings name, before anybody has judged it. */
export type Target = { readonly file: string } | { readonly host: string; readonly port: number };

/** What a host lends to a reading, resolved and judged: the real path of a file, or the IP addresses of a server in the order to try them. */
export type Place = { readonly path: string } | { readonly addresses: readonly string[]; readonly port: number };

/** How the connection to a server is encrypted. */
export interface Encryption {
  /** What the server's certificate is held against: nothing, the authorities, or these and the host's name. */
  readonly verify: 'nothing' | 'authority' | 'name';
  /** Certificates of the authorities, in PEM. Default: those that Node and the system trust. */
  readonly authorities?: string;
}

export interface Refusal {
  /** The property that cannot be used, for example `content.host`. */
  readonly parameter: string;
  readonly why: string;
}

/** In milliseconds, for servers. */
export interface Timeouts {
  /** For connecting and logging in. */
  readonly connectTimeout: number;
  /** For one query. */
  readonly queryTimeout: number;
}

/** The request of one reading; it crosses to the child as JSON. */
export interface Request extends Timeouts {
  readonly type: DatabaseType;
  readonly settings: Settings;
  /** What the settings name, resolved and judged: nothing else is opened or connected to. */
  readonly place: Place;
  /** Default: by the host's name where the settings have `ssl`, else none. */
  readonly encryption?: Encryption;
  /** A database with more tables is refused. */
  readonly maxTables: number;
  /** A database with more columns in all is refused. */
  readonly maxColumns: number;
  /** Of a file and its log, where they must be copied to be read; larger ones are refused. */
  readonly maxCopyBytes: number;
  /** A folder that the reading may make; it is removed when the child has ended, whatever its end. */
  readonly scratch: string;
}

/** Where a reading puts what it finds. */
export interface Found {
  readonly catalog: CatalogWriter;
  /** The child is killed unless it calls again within so many milliseconds: that ends a driver which loops, too. */
  within(milliseconds: number): void;
}

/** The child's side of a database: what imports its driver. */
export interface Reader {
  read(request: Request, found: Found): Promise<void>;
  /** What a driver, a server or the system reports, as our error. */
  failureOf(error: unknown, subject: string): CatalogError;
}

/** A setting, or one of the two facts of an `Encryption`. */
export type ConnectionOption = 'host' | 'port' | 'user_name' | 'password' | 'database_name' | 'verify' | 'authorities';

/** The host's side of a database. It imports no driver. */
export interface Database {
  readonly dialect: Catalog['dialect'];
  /** Whether the settings name a file or a server. */
  readonly kind: 'file' | 'server';
  /** Settings without which it cannot be read. */
  readonly needed: readonly string[];
  /** Schemes of connection strings, and the port where none is given; none for files. */
  readonly schemes: readonly string[];
  /** Options of connection strings, and what each stands for. */
  readonly connectionOptions: Readonly<Record<string, ConnectionOption>>;
  readonly defaultPort?: number;
  /** Why settings that are complete cannot be used. */
  refusal(settings: Settings): Refusal | undefined;
  target(settings: Settings): Target;
  /** What messages call it, ready to begin a sentence. */
  subject(settings: Settings, place: Place): string;
  load(): Promise<Reader>;
}
