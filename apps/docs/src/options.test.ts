import { describe, expect, it } from 'vitest';
import { type Options, readOptions } from './options.ts';

describe('the command line', () => {
  it('has the defaults that its help names', () => {
    const { port, host } = readOptions([]) as Options;
    const help = readOptions(['-h']);
    expect({ port, host }).toEqual({ port: 4030, host: '127.0.0.1' });
    expect(help).toContain(`default: ${port}`);
    expect(help).toContain(`default: ${host}`);
  });

  it('takes port and host', () => {
    expect(readOptions(['--port', '0', '--host', '::1'])).toEqual({ port: 0, host: '::1' });
  });

  it.each(['x', '-1', '65536', '1e3', ' 80', '', '80.5'])('refuses the port %j by name', (port) => {
    expect(() => readOptions([`--port=${port}`])).toThrow(`not ${JSON.stringify(port)}`);
  });

  it('refuses an empty host and an option that it does not know', () => {
    expect(() => readOptions(['--host='])).toThrow('--host takes an address');
    expect(() => readOptions(['--prot', '1'])).toThrow("'--prot'");
  });
});
