/** Says for people why a program cannot listen where it was told to, and what to do. */

/** How host and port are chosen where the words are read. */
export interface Choices {
  readonly port: string;
  readonly host: string;
}

/** Undefined where the error is none of listening. */
export function whyNotListening(
  error: unknown,
  choices: Choices = { port: '--port', host: '--host' },
): string | undefined {
  const { code, port, address, hostname, syscall } = error as NodeJS.ErrnoException & Partial<Record<string, unknown>>;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${address} is taken. Choose another with ${choices.port}, or 0 for a free one.`;
    case 'EACCES':
      // Files can be forbidden too; whoever opens one tells that.
      return syscall === 'listen'
        ? `Port ${port} on ${address} needs more rights. Choose one above 1023 with ${choices.port}.`
        : undefined;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${address}. Choose another with ${choices.host}.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host name ${hostname} cannot be resolved. Choose an address of this machine with ${choices.host}.`;
    default:
      return undefined;
  }
}
