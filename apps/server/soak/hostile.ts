// Attacks a server from all sides for some minutes and holds it to its bars. `--help` tells the options.
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import { bars, besiege, missed, percentile } from '../test/hostile.ts';

const command = createCommand(
  'npm run soak -- hostile',
  `Callers that send requests ahead, read slowly or say nothing, and data sources that are written to cost time and memory, all at
once; meanwhile one good caller's cheap calls are timed. Fails where one of them takes ${bars.callMs} ms or more at the 99th
percentile, where all processes together take ${bars.bytes / 2 ** 30} GB, where a mapping outlives its deadline, or where SIGTERM is
not obeyed within ${bars.endMs / 1000} seconds.`,
)
  .addOption(wholeNumber('--seconds <N>', 'how long', { default: 300, least: 1, most: 999_999 }))
  .addOption(wholeNumber('--pipeliners <N>', 'callers that send ahead and read nothing', { default: 100, most: 5000 }))
  .addOption(wholeNumber('--slow-readers <N>', 'callers that read slowly', { default: 200, most: 5000 }))
  .addOption(
    wholeNumber('--silent <N>', 'connections that say nothing, or half a request', { default: 500, most: 5000 }),
  )
  .addOption(
    wholeNumber('--megabytes <N>', 'the bar of memory; a low one shows that it is held', {
      default: bars.bytes / 2 ** 20,
      most: 999_999,
    }),
  );
const { megabytes, ...siege } = readProcessArguments<{
  readonly seconds: number;
  readonly pipeliners: number;
  readonly slowReaders: number;
  readonly silent: number;
  readonly megabytes: number;
}>(command);

const ofMb = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
const figures = await besiege({
  ...siege,
  progress: ({ calls, peakBytes, mapped }) =>
    console.log(`${calls.length} cheap calls, ${mapped} hostile mappings, at most ${ofMb(peakBytes)} so far`),
});
const { calls, mapped, longestMs, peakBytes, endMs, code } = figures;
const [median, p99, most] = [0.5, 0.99, 1].map((part) => Math.round(percentile(calls, part)));
console.log(
  `${calls.length} cheap calls: ${median} ms in the median, ${p99} ms at the 99th percentile, ${most} ms at most. ${mapped} hostile mappings, ` +
    `the longest ${Math.round(longestMs)} ms. At most ${ofMb(peakBytes)} in all processes. Ended ${Math.round(endMs)} ms after SIGTERM, with ${code}.`,
);
const faults = missed(figures, { ...bars, bytes: megabytes * 2 ** 20 });
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
