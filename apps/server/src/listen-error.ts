/** Says for people why the server cannot listen where it was told to, and what to do. */

/** Undefined where the error is none of listening. */
export function whyNotListening(error: unknown): string | undefined {
  const { code, port, address, hostname, syscall } = error as NodeJS.ErrnoException & Partial<Record<string, unknown>>;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${address} is taken. Choose another with --port, or 0 for a free one.`;
    case 'EACCES':
      // Files can be forbidden too; the store and the key file tell that themselves.
      return syscall === 'listen'
        ? `Port ${port} on ${address} needs more rights. Choose one above 1023 with --port.`
        : undefined;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${address}. Choose another with --host.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host name ${hostname} cannot be resolved. Choose an address of this machine with --host.`;
    default:
      return undefined;
  }
}
