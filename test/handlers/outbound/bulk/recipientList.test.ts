import {
  columnFor,
  MOST_PASTED,
  MOST_ROWS,
  phoneColumnOf,
  readCsv,
  readPasted,
} from '../../../../src/handlers/outbound/bulk/recipientList';

const cells = (text: string) => {
  const read = readPasted(text);
  return read.ok ? read.value.rows.map(({ line, cells: [cell] }) => `${line}: ${cell}`) : read.error.key;
};

describe('pasted phones', () => {
  test.each([
    ['one in a line', '+55 11 95555-0801\n5511955550802', ['1: +55 11 95555-0801', '2: 5511955550802']],
    ['commas, semicolons and tabs', 'a, b;c\td', ['1: a', '1: b', '1: c', '1: d']],
    ['separators of other scripts', 'a، b；c', ['1: a', '1: b', '1: c']],
    ['empty places', '\n a ,,\n;\n', ['2: a']],
    ['nothing', ' \n,;', 'bulk:listMissing'],
    ['too many', 'a,'.repeat(MOST_PASTED + 1), 'bulk:tooMany'],
  ])('%s', (_what, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });
});

const PHONE = '+55 11 95555-0801';

const table = (text: string | Buffer) => {
  const read = readCsv(Buffer.from(text));
  return read.ok ? { columns: read.value.columns, rows: read.value.rows.map((row) => row.cells) } : read.error;
};

describe('a CSV file', () => {
  test.each([
    ['commas', `Phone,Name\n${PHONE},Ana`],
    ['semicolons', `Phone;Name\n${PHONE};Ana`],
    ['tabs', `Phone\tName\n${PHONE}\tAna`],
    ['the line by which Excel names its separator', `sep=|\nPhone|Name\n${PHONE}|Ana`],
    ['a byte-order mark and lines of Windows', `\ufeffPhone,Name\r\n${PHONE},Ana\r\n`],
    ['quotation marks and blanks', `"Phone" , "Name"\n"${PHONE}" , "Ana"`],
    ['rows without anything in them', `Phone,Name\n\n,\n${PHONE},Ana\n;`.replace('\n;', '\n')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`Phone,Name\n${PHONE},Ana`, 'utf16le')])],
  ])('with %s', (_what, text) => {
    expect(table(text)).toEqual({ columns: ['Phone', 'Name'], rows: [[PHONE, 'Ana']] });
  });

  test.each([
    [
      'a separator and a line break in quotation marks',
      `Phone;Name\n${PHONE};"Souza; Ana\nMaria"`,
      'Souza; Ana\nMaria',
    ],
    ['quotation marks in quotation marks', `Phone,Name\n${PHONE},"Ana ""Nana"" Souza"`, 'Ana "Nana" Souza'],
    ['the code page of older spreadsheets', Buffer.from(`Phone,Name\n${PHONE},Jos\xe9 \x80`, 'latin1'), 'José €'],
  ])('with %s', (_what, text, name) => {
    expect(table(text)).toMatchObject({ rows: [[PHONE, name]] });
  });

  test.each([
    ['columns of the same name', `Name,Phone,Name\nA,${PHONE},B`, ['Name', 'Phone', 'Name (2)']],
    ['columns without a name', `,Phone\nA,${PHONE},B`, ['A', 'Phone', 'C']],
    ['no header', `Ana,${PHONE}`, ['A', 'B']],
  ])('with %s', (_what, text, columns) => {
    expect(table(text)).toMatchObject({ columns });
  });

  test.each([
    ['nobody', 'Phone,Name\n', { key: 'bulk:fileEmpty' }],
    ['nothing', '', { key: 'bulk:fileEmpty' }],
    ['an open quotation mark', `Phone,Name\n"${PHONE},Ana\n`, { key: 'bulk:fileUnreadable' }],
    ['too many people', `Phone\n${`${PHONE}\n`.repeat(MOST_ROWS + 1)}`, { key: 'bulk:tooManyRows' }],
  ])('with %s is refused', (_what, text, error) => {
    expect(table(text)).toMatchObject(error);
  });

  test('tells each row by its line in the file', () => {
    const read = readCsv(Buffer.from(`Phone,Name\n${PHONE},"A\nB"\n\n${PHONE},C`));
    expect(read.ok && read.value.rows.map(({ line }) => line)).toEqual([3, 5]);
  });

  test('holds as many people as are allowed', () => {
    expect(table(`Phone\n${`${PHONE}\n`.repeat(MOST_ROWS)}`)).toMatchObject({ columns: ['Phone'] });
  });
});

describe('columns', () => {
  const list = (text: string) => {
    const read = readCsv(Buffer.from(text));
    if (!read.ok) throw new Error(read.error.key);
    return read.value;
  };

  test('the one that holds phones is found by what is in it', () => {
    expect(phoneColumnOf(list(`Name,Contact\nAna,${PHONE}\nBen,none\nIda,+49 30 901820`))).toBe('Contact');
  });

  test('none is taken where most have no phone', () => {
    expect(phoneColumnOf(list(`Name,Contact\nAna,${PHONE}\nBen,none\nIda,none`))).toBeUndefined();
  });

  test.each([
    ['customer_name', 'Customer Name'],
    ['1', '{{1}}'],
    ['order', undefined],
  ])('the variable %s is filled in by %s', (variable, column) => {
    expect(columnFor(variable, ['Phone', 'Customer Name', '{{1}}'])).toBe(column);
  });
});
