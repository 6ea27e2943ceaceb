import * as v from 'valibot';
import { cut, Page, parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext, Route } from '../Route';
import { success } from '../Route';

const Search = v.object({ ...Page.entries, searchText: v.optional(v.string(), '') });
const One = v.object({ contactId: v.string() });
const New = v.object({
  name: v.string(),
  phones: v.optional(v.array(v.string()), []),
  emails: v.optional(v.array(v.string()), []),
});

const MOST = 10_000;

/** Contacts: searching them by name, phone or address, and adding them by hand. */
export function contactRoutes({ workspace }: HttpContext): Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/omnichannel/contacts.search',
      access: 'view-livechat-contact',
      handle({ query }) {
        const { searchText, ...page } = parse(Search, query);
        const wanted = searchText.toLowerCase();
        const found = workspace.contacts
          .list({ count: MOST })
          .contacts.filter(({ name, phones = [], emails = [] }) =>
            [name, ...phones.map(({ phoneNumber }) => phoneNumber), ...emails.map(({ address }) => address)].some(
              (text) => text.toLowerCase().includes(wanted),
            ),
          );
        const { items: contacts, ...figures } = cut(found, page);
        return success({ contacts, ...figures });
      },
    },
    {
      method: 'get',
      path: '/api/v1/omnichannel/contacts.get',
      access: 'view-livechat-contact',
      handle: ({ query }) => success({ contact: workspace.contacts.find(parse(One, query).contactId) ?? null }),
    },
    {
      method: 'post',
      path: '/api/v1/omnichannel/contacts',
      access: 'create-livechat-contact',
      handle({ body }) {
        const { name, phones, emails } = parse(New, body);
        if (name.trim() === '') throw HttpError.failure('error-invalid-contact', 'error-invalid-contact');
        return success({ contactId: workspace.contacts.create({ name, phones, emails })._id });
      },
    },
  ];
}
