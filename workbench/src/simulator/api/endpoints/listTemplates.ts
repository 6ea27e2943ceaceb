import { graphTemplate } from '../../templates/graphTemplate';
import type { TemplateRecord } from '../../store/TemplateRecord';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

const PAGE = 25;
const MAX = 1000;

const cursorOf = (position: number): string => Buffer.from(String(position)).toString('base64url');
const positionOf = (cursor: string): number => Number(Buffer.from(cursor, 'base64url').toString()) || 0;

/** `GET /message_templates?fields&limit&after&before&status&name&language&category` with cursors as Graph has them. */
export const listTemplates: Endpoint = ({ store }, { number, query, origin }) => {
  const matching = store.templates
    .all()
    .filter((template) => template.wabaId === number.wabaId && fits(template, query));
  const limit = Math.min(Math.max(Number(query.limit ?? PAGE) || PAGE, 1), MAX);
  const start = query.before
    ? Math.max(positionOf(query.before) - limit, 0)
    : query.after
      ? positionOf(query.after) + 1
      : 0;
  const page = matching.slice(start, start + limit);
  if (page.length === 0) return ok({ data: [] });
  const last = start + page.length - 1;
  const next = new URLSearchParams({ ...query, after: cursorOf(last) });
  next.delete('before');
  return ok({
    data: page.map((template) => graphTemplate(template, query.fields)),
    paging: {
      cursors: { before: cursorOf(start), after: cursorOf(last) },
      ...(last < matching.length - 1 && { next: `${origin}/message_templates?${next.toString()}` }),
    },
  });
};

function fits(template: TemplateRecord, query: Record<string, string>): boolean {
  return (
    (query.name === undefined || template.name.includes(query.name)) &&
    (query.language === undefined || template.language === query.language) &&
    (query.status === undefined || template.status === query.status.toUpperCase()) &&
    (query.category === undefined || template.category === query.category.toUpperCase())
  );
}
