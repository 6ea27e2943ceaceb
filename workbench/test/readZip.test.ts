import AdmZip from 'adm-zip';
import { readZip } from '../src/installPackage';

function zipOf(manifest: string): Buffer {
  const zip = new AdmZip();
  zip.addFile('app.json', Buffer.from(manifest));
  return zip.toBuffer();
}

describe('an app package', () => {
  test('is known by id, version and bytes', () => {
    const read = readZip(zipOf('{"id":"a","version":"1.2.3","classFile":"App.js"}'), 'a.zip');
    expect(read).toMatchObject({ id: 'a', version: '1.2.3', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test.each([
    ['bytes that are no zip', Buffer.from('nothing')],
    ['nothing', Buffer.alloc(0)],
    ['a zip without a manifest', new AdmZip().toBuffer()],
    ['a manifest without a version', zipOf('{"id":"a"}')],
    ['a manifest that is no JSON', zipOf('{')],
  ])('is not %s', (_case, bytes) => {
    expect(() => readZip(bytes, 'a.zip')).toThrow(/^a\.zip is not an app package: [^\n]+$/);
  });
});
