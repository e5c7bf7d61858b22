/**
 * Notices that the store's files are no longer those that SQLite writes to: SQLite keeps writing to a deleted file, and answers as before.
 * The database file changes in `fold` alone and the log grows between two folds, so that any other change is somebody else's.
 */
import {
  type BigIntStats,
  closeSync,
  copyFileSync,
  fstatSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  truncateSync,
} from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { StoreError } from '../store-error.ts';

/** Bytes of the log from which on it is folded into the database file: as much as SQLite itself lets gather. */
const longLog = 4 * 1024 * 1024;

/** Of a database file, so many pieces of so many bytes are compared where its time of modification has changed. */
const samples = 64;
const sampleBytes = 4096;

const noBytes = Buffer.alloc(0);

/** The two numbers that a log may begin with. */
const logMagic = [0x377f0682, 0x377f0683];
/** Bytes of the log's header, and of that of each frame in it, which holds one page. */
const logHeader = 32;
const frameHeader = 24;

/** Bytes of the log's end that are compared, a frame at least: where a log was cut, SQLite's next write leaves a gap there. */
const tailBytes = 4096 + frameHeader;

/** What has happened to the files. */
export interface Loss {
  /** `gone`: a name leads elsewhere, and SQLite still has the content. Otherwise the content of that file is no longer its own. */
  readonly kind: 'gone' | 'file-changed' | 'log-changed';
  readonly error: StoreError;
}

export interface FileWatch {
  /** Undefined while the names lead to the files that SQLite has open, and their content is its own. */
  look(): Loss | undefined;
  /** The same right after a call, whose own writing is taken for granted. */
  lookAfter(committed: boolean): Loss | undefined;
  /** Folds a long log into the database file. Not inside a transaction, and after a look that found nothing. */
  foldIfLong(): void;
  /** Closes the database; after a loss so that what is still whole stays whole. */
  close(closeDatabase: () => Promise<void>, loss: Loss | undefined): Promise<void>;
}

interface Mark {
  readonly identity: string;
  readonly size: bigint;
  readonly modified: bigint;
}

/** @param path of the database, which is open in WAL mode and has been read from */
export function watchFiles(database: DatabaseSync, path: string): FileWatch {
  database.exec('pragma wal_autocheckpoint = 0');
  // SQLite keeps its log beside the file itself, not beside a link to it.
  const logPath = `${realpathSync(path)}-wal`;
  // The log keeps its length, since overwriting it takes two thirds of the time that appending takes.
  const passive = database.prepare('pragma wal_checkpoint(passive)');
  const whole = database.prepare('pragma wal_checkpoint(truncate)');
  // Closed after the database: closing a file takes the locks away that this process has on it.
  const [file, logFile] = [openSync(path, 'r'), openSync(logPath, 'r')];
  const { page_size: pageBytes } = database.prepare('pragma page_size').get() as { page_size: number };
  // What the log held at the last commit; what an undone write leaves behind it is overwritten by the next one.
  let known = { file: markOf(file), content: contentOf(file), start: startOf(logFile), end: 0, tail: noBytes };
  const log = markOf(logFile).identity;
  // A killed server may have left a log, and behind its last commit what was not committed.
  let undone = true;
  let folded = false;

  const foldNow = (fold: StatementSync): void => {
    try {
      const { log: frames, checkpointed } = fold.get() ?? {};
      folded = frames === checkpointed;
    } catch {
      // A full disk, for one: the log grows on, and the next call tries again.
    }
    known = { ...known, file: markOf(file), content: contentOf(file) };
  };
  const lossOfFile = (): Loss | undefined => {
    const found = markAt(path);
    if (found?.identity !== known.file.identity) return lost(path, 'gone', `it ${goneAs(found)}`);
    if (found.size === known.file.size && found.modified === known.file.modified) return undefined;
    if (found.size !== known.file.size || !contentOf(file).equals(known.content))
      return lost(path, 'file-changed', 'it was truncated or overwritten');
    known = { ...known, file: found };
    return undefined;
  };
  const lossOfLog = (committed: boolean | undefined): Loss | undefined => {
    const found = markAt(logPath);
    if (found?.identity !== log) return lost(path, 'gone', `its log ${logPath} ${goneAs(found)}`);
    const changed = () => lost(path, 'log-changed', `its log ${logPath} was truncated or overwritten`);
    const start = startOf(logFile);
    // SQLite begins its log again, under another start, when all of it has been folded.
    const begunAgain = !start.equals(known.start);
    if (begunAgain) {
      if (committed === undefined || !isStart(start)) return changed();
      known = { ...known, start, end: 0, tail: noBytes };
      undone = false;
      folded = false;
    } else if (found.size < known.end || !tailOf(logFile, known.end).equals(known.tail)) return changed();
    undone ||= committed === false;
    if (undone || !committed) return undefined;
    const end = committedEnd(logFile, start, known.end, pageBytes);
    known = { ...known, end, tail: tailOf(logFile, end) };
    // In this order: one that is cut after it was read is shorter afterwards, since nothing is written meanwhile.
    return markOf(logFile).size < BigInt(end) ? changed() : undefined;
  };
  foldNow(passive);

  return {
    look: () => lossOfFile() ?? lossOfLog(undefined),
    lookAfter: (committed) => lossOfFile() ?? lossOfLog(committed),
    foldIfLong() {
      if (!folded && (undone || known.end >= longLog)) foldNow(passive);
    },
    async close(closeDatabase, loss) {
      const aside = `${logPath}.lost`;
      // SQLite still reaches file and log, whatever their names lead to: together in the one file they can be moved back.
      if (loss?.kind === 'gone') foldNow(whole);
      else if (loss) {
        // Closing the database would write the log into a file that it no longer fits.
        copyFileSync(logPath, aside);
        truncateSync(logPath);
      }
      await closeDatabase();
      for (const descriptor of [file, logFile]) closeSync(descriptor);
      // SQLite takes from it, when it is opened again, what was whole before the damage.
      if (loss?.kind === 'log-changed') renameSync(aside, logPath);
    },
  };
}

function lost(path: string, kind: Loss['kind'], what: string): Loss {
  const message = `The store ${path} is lost to this server: ${what} while the server ran. Put back what was there, or restore a backup, and start the server again.`;
  return { kind, error: new StoreError('lost', message) };
}

const goneAs = (found: Mark | undefined): string => (found ? 'was replaced' : 'was deleted or moved');

/** Undefined where there is nothing, or nothing that can be reached. */
function markAt(path: string): Mark | undefined {
  try {
    return toMark(statSync(path, { bigint: true }));
  } catch {
    return undefined;
  }
}

const markOf = (file: number): Mark => toMark(fstatSync(file, { bigint: true }));

const toMark = ({ dev, ino, size, mtimeNs }: BigIntStats): Mark => ({
  identity: `${dev}:${ino}`,
  size,
  modified: mtimeNs,
});

/** Evenly spread pieces, the first among them. */
function contentOf(file: number): Buffer {
  const { size } = fstatSync(file);
  const content = Buffer.alloc(samples * sampleBytes);
  const step = Math.max(sampleBytes, Math.floor(size / samples));
  for (let at = 0; at < samples; at++) readSync(file, content, at * sampleBytes, sampleBytes, at * step);
  return content;
}

/** The log's header: what it is, and the two numbers that each of its frames repeats. Empty where there is none yet. */
function startOf(log: number): Buffer<ArrayBuffer> {
  const start = Buffer.alloc(logHeader);
  return readSync(log, start, 0, logHeader, 0) === logHeader ? start : noBytes;
}

const isStart = (start: Buffer): boolean => start.length > 0 && logMagic.includes(start.readUInt32BE());

/** Where the last frame ends that belongs to this start and ends a transaction, in bytes. */
function committedEnd(log: number, start: Buffer, known: number, pageBytes: number): number {
  const salts = start.subarray(16, 24);
  const frame = Buffer.alloc(frameHeader);
  let end = known;
  for (let at = known || logHeader; readSync(log, frame, 0, frameHeader, at) === frameHeader; ) {
    if (!frame.subarray(8, 16).equals(salts)) break;
    at += frameHeader + pageBytes;
    if (frame.readUInt32BE(4) !== 0) end = at;
  }
  return end;
}

/** What stands in the log right before its first `end` bytes end. */
function tailOf(log: number, end: number): Buffer<ArrayBuffer> {
  const tail = Buffer.alloc(Math.min(tailBytes, end));
  readSync(log, tail, 0, tail.length, end - tail.length);
  return tail;
}
