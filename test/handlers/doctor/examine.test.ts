import { examine } from '../../../src/handlers/numbers/doctor/examine';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';

test('a check that cannot be carried out is a finding too, and keeps no other from being carried out', async () => {
  // Nothing of 360dialog answers, and Omnichannel cannot be asked at all.
  const { host } = fakeHost({ replies: [{ status: 401, json: { error: 'Invalid api key' } }] });
  const findings = await examine(host, connectedNumber());
  expect(findings.length).toBeGreaterThanOrEqual(6);
  expect(findings[0]).toMatchObject({ level: 'bad', says: { key: 'errors:keyRefused' } });
  expect(findings.map(({ says }) => says.key)).toContain('doctor:filesOn');
  expect(findings.map(({ says }) => says.key)).toContain('errors:bug');
});

test('what strikes several checks alike is told once', async () => {
  const refused = { status: 401, json: { error: 'Invalid api key' } };
  const { host } = fakeHost({ replies: [refused, refused, refused] });
  const keys = (await examine(host, connectedNumber())).map(({ says }) => says.key);
  expect(keys.filter((key) => key === 'errors:keyRefused')).toHaveLength(1);
});
