import { planFile } from '../../../src/handlers/whatsapp/planFile';

const MB = 1024 * 1024;
const latin = (text: string) => Buffer.from(text, 'latin1');

const bytes = {
  jpeg: latin('\xff\xd8\xff\xe0..JFIF'),
  png: latin('\x89PNG\r\n\x1a\n'),
  gif: latin('GIF89a'),
  webp: latin('RIFF\0\0\0\0WEBPVP8 '),
  heic: latin('\0\0\0\x18ftypheic'),
  pdf: latin('%PDF-1.4\n'),
  mp4: latin('\0\0\0\x20ftypisom'),
  m4a: latin('\0\0\0\x20ftypM4A '),
  threegp: latin('\0\0\0\x20ftyp3gp4'),
  mov: latin('\0\0\0\x14ftypqt  '),
  webm: latin('\x1a\x45\xdf\xa3'),
  mp3: latin('\xff\xfb\x90\xc4'),
  id3: latin('ID3\x04'),
  aac: latin('\xff\xf1\x50\x80'),
  amr: latin('#!AMR\n'),
  wav: latin('RIFF\0\0\0\0WAVEfmt '),
  opus: latin(`OggS${'\0'.repeat(23)}\x13OpusHead\x01\x01`),
  stereo: latin(`OggS${'\0'.repeat(23)}\x13OpusHead\x01\x02`),
  vorbis: latin(`OggS${'\0'.repeat(23)}\x1e\x01vorbis`),
  zip: latin('PK\x03\x04'),
  cfb: latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  text: Buffer.from('Name;Größe\nBrot;2\n'),
  binary: latin('\0\x01\x02\x03'),
};

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Case {
  file: [name: string, mimeType: string, bytes: Buffer, size?: number];
  goes: [kind: string, mimeType: string, uploadName: string, more?: object];
}

const cases: Case[] = [
  { file: ['a.jpg', 'image/jpeg', bytes.jpeg], goes: ['image', 'image/jpeg', 'a.jpg'] },
  { file: ['a.jpg', 'image/jpg', bytes.jpeg], goes: ['image', 'image/jpeg', 'a.jpg'] },
  { file: ['a.png', 'IMAGE/PNG', bytes.png], goes: ['image', 'image/png', 'a.png'] },
  { file: ['a.jpg', 'image/jpeg', bytes.png], goes: ['image', 'image/png', 'a.jpg.png'] },
  { file: ['photo', 'application/octet-stream', bytes.jpeg], goes: ['image', 'image/jpeg', 'photo.jpg'] },
  { file: ['a.jpg', 'image/jpeg', bytes.jpeg, 5 * MB], goes: ['image', 'image/jpeg', 'a.jpg'] },
  {
    file: ['a.jpg', 'image/jpeg', bytes.jpeg, 5 * MB + 1],
    goes: ['document', 'image/jpeg', 'a.jpg', { filename: 'a.jpg' }],
  },
  { file: ['s.webp', 'image/webp', bytes.webp], goes: ['document', 'image/webp', 's.webp', { filename: 's.webp' }] },
  { file: ['a.mp4', 'video/mp4', bytes.mp4], goes: ['video', 'video/mp4', 'a.mp4'] },
  { file: ['a.m4v', 'video/x-m4v', bytes.mp4], goes: ['video', 'video/mp4', 'a.m4v'] },
  { file: ['a.3gp', 'video/3gpp', bytes.threegp], goes: ['video', 'video/3gpp', 'a.3gp'] },
  {
    file: ['a.mp4', 'video/mp4', bytes.mp4, 16 * MB + 1],
    goes: ['document', 'video/mp4', 'a.mp4', { filename: 'a.mp4' }],
  },
  { file: ['Audio record.mp3', 'audio/mpeg', bytes.mp3], goes: ['audio', 'audio/mpeg', 'Audio record.mp3'] },
  { file: ['a.mp3', 'audio/mp3', bytes.id3], goes: ['audio', 'audio/mpeg', 'a.mp3'] },
  { file: ['1700000.aac', 'audio/aac', bytes.m4a], goes: ['audio', 'audio/mp4', '1700000.aac.m4a'] },
  { file: ['1700000.aac', 'audio/aac', bytes.mp4], goes: ['audio', 'audio/mp4', '1700000.aac.m4a'] },
  { file: ['1700000.aac', 'audio/aac', bytes.aac], goes: ['audio', 'audio/aac', '1700000.aac'] },
  { file: ['a.m4a', 'audio/x-m4a', bytes.m4a], goes: ['audio', 'audio/mp4', 'a.m4a'] },
  { file: ['a.amr', 'audio/amr', bytes.amr], goes: ['audio', 'audio/amr', 'a.amr'] },
  {
    file: ['note.ogg', 'audio/ogg; codecs=opus', bytes.opus],
    goes: ['audio', 'audio/ogg', 'note.ogg', { isVoice: true }],
  },
  { file: ['note.opus', 'audio/opus', bytes.opus], goes: ['audio', 'audio/ogg', 'note.opus.ogg', { isVoice: true }] },
  { file: ['note.oga', 'audio/ogg', bytes.opus], goes: ['audio', 'audio/ogg', 'note.oga.ogg', { isVoice: true }] },
  { file: ['s.ogg', 'audio/ogg', bytes.stereo], goes: ['document', 'audio/ogg', 's.ogg', { filename: 's.ogg' }] },
  { file: ['v.ogg', 'audio/ogg', bytes.vorbis], goes: ['document', 'audio/ogg', 'v.ogg', { filename: 'v.ogg' }] },
  { file: ['a.pdf', 'application/octet-stream', bytes.pdf], goes: ['document', 'application/pdf', 'a.pdf'] },
  {
    file: ['Invoice', 'application/octet-stream', bytes.pdf],
    goes: ['document', 'application/pdf', 'Invoice.pdf', { filename: 'Invoice.pdf' }],
  },
  { file: ['a.docx', DOCX, bytes.zip], goes: ['document', DOCX, 'a.docx'] },
  { file: ['a.docx', 'application/octet-stream', bytes.zip], goes: ['document', DOCX, 'a.docx'] },
  { file: ['a.docx', 'application/zip', bytes.zip], goes: ['document', DOCX, 'a.docx'] },
  { file: ['a.doc', 'application/msword', bytes.cfb], goes: ['document', 'application/msword', 'a.doc'] },
  { file: ['a.pdf', 'application/pdf', bytes.pdf, 100 * MB], goes: ['document', 'application/pdf', 'a.pdf'] },
  { file: ['a.csv', 'text/csv', bytes.text], goes: ['document', 'text/plain', 'a.csv.txt', { filename: 'a.csv' }] },
  { file: ['a.csv', 'application/vnd.ms-excel', bytes.text], goes: ['document', 'text/plain', 'a.csv.txt'] },
  { file: ['a.json', 'application/json', bytes.text], goes: ['document', 'text/plain', 'a.json.txt'] },
  { file: ['a.html', 'text/html', bytes.text], goes: ['document', 'text/plain', 'a.html.txt', { filename: 'a.html' }] },
  { file: ['a.vcf', 'text/x-vcard', bytes.text], goes: ['document', 'text/plain', 'a.vcf.txt'] },
  { file: ['a.svg', 'image/svg+xml', bytes.text], goes: ['document', 'text/plain', 'a.svg.txt'] },
  { file: ['a.log', 'text/plain', bytes.text], goes: ['document', 'text/plain', 'a.log', { filename: 'a.log' }] },
  {
    file: ['notes', 'application/octet-stream', bytes.text],
    goes: ['document', 'text/plain', 'notes.txt', { filename: 'notes.txt' }],
  },
];

test.each(cases)('$file.0 ($file.1) goes as $goes.0 of $goes.1', ({ file, goes }) => {
  const [name, mimeType, content, size = content.length] = file;
  const [kind, type, uploadName, more] = goes;
  const plan = planFile({ name, mimeType, bytes: content, size });
  expect(plan).toMatchObject({ ok: true, value: { kind, mimeType: type, uploadName, ...more } });
});

test('only documents are shown with a name, and only Opus as a voice note', () => {
  const plan = planFile({ name: 'a.mp3', mimeType: 'audio/mpeg', bytes: bytes.mp3, size: 4 });
  expect(plan).toEqual({ ok: true, value: { kind: 'audio', mimeType: 'audio/mpeg', uploadName: 'a.mp3' } });
});

test('a name that is too long keeps its ending', () => {
  const plan = planFile({ name: `${'ü'.repeat(300)}.pdf`, mimeType: 'application/pdf', bytes: bytes.pdf, size: 9 });
  expect(plan).toMatchObject({ ok: true, value: { filename: `${'ü'.repeat(236)}.pdf` } });
});

test.each<[name: string, mimeType: string, bytes: Buffer, key: string]>([
  ['a.gif', 'image/gif', bytes.gif, 'errors:pictureKind'],
  ['a.heic', 'image/heic', bytes.heic, 'errors:pictureKind'],
  ['a.jpg', 'image/jpeg', bytes.heic, 'errors:pictureKind'],
  ['a.mov', 'video/quicktime', bytes.mov, 'errors:videoKind'],
  ['a.mp4', 'video/mp4', bytes.webm, 'errors:videoKind'],
  ['a.webm', 'audio/webm', bytes.webm, 'errors:soundKind'],
  ['a.wav', 'audio/x-wav', bytes.wav, 'errors:soundKind'],
  ['a.zip', 'application/x-zip-compressed', bytes.zip, 'errors:fileKind'],
  ['a.csv', 'text/csv', bytes.zip, 'errors:fileKind'],
  ['a.exe', 'application/octet-stream', bytes.binary, 'errors:fileKind'],
  ['empty.pdf', 'application/pdf', Buffer.alloc(0), 'errors:fileEmpty'],
])('%s (%s) goes in no form', (name, mimeType, content, key) => {
  const plan = planFile({ name, mimeType, bytes: content, size: content.length });
  expect(plan).toEqual({ ok: false, error: { key, params: { name } } });
});
