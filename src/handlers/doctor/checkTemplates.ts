import { readTemplates } from '../dialog360/readTemplates';
import type { Check } from './Exam';

/** How many templates there are, as 360dialog tells at this moment. */
export const checkTemplates: Check = async ({ connection }) => {
  const { templates } = await readTemplates(connection);
  const count = templates.length;
  return [
    count > 0
      ? { level: 'good', says: { key: 'doctor:templates', params: { count } } }
      : { level: 'doubtful', says: { key: 'doctor:noTemplates' } },
  ];
};
