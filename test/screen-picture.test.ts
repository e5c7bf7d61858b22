import { styleText } from 'node:util';
import { describe, expect, it } from 'vitest';
import { htmlOf, screenPicture } from '../scripts/screen-picture.ts';
import { needs, takesLong } from './programs.ts';

const painted = (format: Parameters<typeof styleText>[0], text: string) =>
  styleText(format, text, { validateStream: false });

describe('the picture of a screen', () => {
  it('has a span for each style, and the text as it is', () => {
    expect(htmlOf(`a < ${painted('bold', 'b & c')} d`)).toBe(
      'a &lt; <span style="font-weight:bold">b &amp; c</span> d',
    );
    expect(htmlOf(painted('green', painted('dim', 'x')))).toContain('color:#7ee787;');
  });

  it('refuses an escape code that it cannot draw', () => {
    expect(() => htmlOf(painted('underline', 'x'))).toThrow('no escape code 4');
  });

  it('is as large as the terminal, whatever was printed', async (context) => {
    takesLong(context);
    needs(context, 'chromium');
    const size = async (text: string) => {
      const png = await screenPicture(text, { columns: 40, rows: 5 });
      return [png.readUInt32BE(16), png.readUInt32BE(20)];
    };
    expect(await size('one line\n')).toEqual(await size(`${'x'.repeat(90)}\n`.repeat(20)));
  });
});
