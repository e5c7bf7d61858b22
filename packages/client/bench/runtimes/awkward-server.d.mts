/** Types of awkward-server.mjs. */
export declare function startAwkwardServer(): Promise<{ readonly address: string; close(): Promise<unknown> }>;
