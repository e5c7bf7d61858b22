// Loaded before a bench or a soak: a command line that it cannot read is told in a line, not with a stack.
process.on('uncaughtException', (error) => {
  const wrongUsage = String(error?.code ?? '').startsWith('ERR_PARSE_ARGS');
  console.error(wrongUsage ? `${error.message} Try --help.` : error);
  process.exit(wrongUsage ? 2 : 1);
});
