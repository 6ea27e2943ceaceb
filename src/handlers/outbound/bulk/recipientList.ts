import type { Buffer } from 'buffer';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import type { Problem, Result } from '../../core/errors/AppError';
import { readPhoneNumber } from '../../whatsapp/phoneNumbers';

/** The most phones that can be pasted. The server refuses a view above 100 kB without an error (`docs/server-facts.md`). */
export const MOST_PASTED = 2_000;

/** The most people that a file may list. */
export const MOST_ROWS = 10_000;

/** Bytes that a file may have. */
export const MOST_BYTES = 5_000_000;

/** One entry of a list. */
export interface ListRow {
  /** The line on which it ends, from 1, in the pasted text or the file. */
  line: number;
  cells: string[];
}

/** People as a person lists them. */
export interface RecipientList {
  /** The names of the columns, unique; empty for pasted phones. */
  columns: string[];
  rows: ListRow[];
}

const parsedSchema = v.array(v.object({ record: v.array(v.string()), info: v.object({ lines: v.number() }) }));
const faultSchema = v.fallback(v.object({ lines: v.number() }), { lines: 1 });

/** The separators between pasted phones, in any script. */
const BETWEEN = /[,;\t،؛，；、]/u;

/** Parses pasted phones, one on each line or separated by commas, semicolons or tabs. */
export function readPasted(text: string): Result<RecipientList> {
  const rows = text
    .split('\n')
    .flatMap((line, at) => line.split(BETWEEN).map((cell): ListRow => ({ line: at + 1, cells: [cell.trim()] })))
    .filter(({ cells: [cell] }) => cell !== '');
  if (rows.length === 0) {
    return refuse('bulk:listMissing');
  }
  return rows.length > MOST_PASTED
    ? refuse('bulk:tooMany', { number: rows.length, limit: MOST_PASTED })
    : { ok: true, value: { columns: [], rows } };
}

/**
 * Parses a CSV file from a spreadsheet: in UTF-8, UTF-16 or the Windows code page of Western Europe, with commas,
 * semicolons or tabs, and quoted cells. Its first row names the columns, unless it holds a phone: then they are called
 * A, B, C …
 */
export function readCsv(bytes: Buffer): Result<RecipientList> {
  const text = decode(bytes);
  const [first = ''] = text.split(/\r\n|[\r\n]/, 1);
  const named = /^"?sep=(.)"?$/i.exec(first)?.[1];
  const options = {
    delimiter: named ?? delimiterOf(first),
    from_line: named === undefined ? 1 : 2,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_empty_values: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
    // One more row than allowed, to see that there are too many.
    to: MOST_ROWS + 2,
  } as const;
  let read: ListRow[];
  try {
    read = v.parse(parsedSchema, parse(text, options)).map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    const { lines: line } = v.parse(faultSchema, error);
    return refuse('bulk:fileUnreadable', { line });
  }
  const [head] = read;
  const hasHeader = head !== undefined && !head.cells.some((cell) => readPhoneNumber(cell).ok);
  const rows = hasHeader ? read.slice(1) : read;
  if (rows.length === 0) {
    return refuse('bulk:fileEmpty');
  }
  if (rows.length > MOST_ROWS) {
    return refuse('bulk:tooManyRows', { limit: MOST_ROWS });
  }
  const width = Math.max(...read.map(({ cells }) => cells.length));
  return { ok: true, value: { columns: nameColumns(hasHeader ? head.cells : [], width), rows } };
}

/** The column in which most of the first rows hold a phone. */
export function phoneColumnOf({ columns, rows }: RecipientList): string | undefined {
  const looked = rows.slice(0, 50);
  const counts = columns.map((_, at) => looked.filter(({ cells }) => readPhoneNumber(cells[at] ?? '').ok).length);
  const most = Math.max(0, ...counts);
  return most * 2 > looked.length ? columns[counts.indexOf(most)] : undefined;
}

/** The column with the name of a template's variable, ignoring capitals, blanks and brackets. */
export function columnFor(variable: string, columns: readonly string[]): string | undefined {
  return columns.find((column) => plain(column) === plain(variable));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A file that is not UTF-8 comes from an older spreadsheet. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return bytes.subarray(2).toString('utf16le');
  }
  const text = bytes.toString('utf8');
  return (text.includes('\ufffd') ? decodeWindows(bytes) : text).replace(/^\ufeff/, '');
}

/** Where Windows-1252 is not Latin-1: 0x80 to 0x9f. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** The separator of a CSV file: the one that the first row has most often outside of quotation marks. */
function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (sign: string) => bare.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function nameColumns(head: readonly string[], width: number): string[] {
  const names: string[] = [];
  for (let at = 0; at < width; at += 1) {
    const name = head[at] || letterOf(at);
    const same = names.filter((each) => each === name || each.startsWith(`${name} (`)).length;
    names.push(same === 0 ? name : `${name} (${same + 1})`);
  }
  return names;
}

/** A column's name in spreadsheets: A … Z, AA … */
function letterOf(at: number): string {
  return (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}

function refuse(key: string, params?: Problem['params']): { ok: false; error: Problem } {
  return { ok: false, error: { key, params } };
}
