import { checkTemplates } from '../../../src/handlers/doctor/checkTemplates';
import { readTemplates } from '../../../src/handlers/dialog360/readTemplates';
import { exam } from '../../support/exam';

jest.mock('../../../src/handlers/dialog360/readTemplates', () => ({ readTemplates: jest.fn() }));

test.each([
  [2, { level: 'good', says: { key: 'doctor:templates', params: { count: 2 } } }],
  [0, { level: 'doubtful', says: { key: 'doctor:noTemplates' } }],
])('%i templates are found', async (count, finding) => {
  jest.mocked(readTemplates).mockResolvedValue({ templates: Array.from({ length: count }) } as never);
  expect(await checkTemplates(await exam())).toEqual([finding]);
});
