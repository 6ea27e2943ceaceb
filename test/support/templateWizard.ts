import type { Template } from '../../src/handlers/dialog360/parseTemplates';
import { sendTemplateFlow } from '../../src/flows/sendTemplate/sendTemplateFlow';
import { saveNumber } from '../../src/handlers/numbers/numbers';
import { saveTemplates } from '../../src/handlers/numbers/templates/templates';
import type { fakeHttp } from '../handlers/dialog360/support/connect';
import { fakeHost } from './fakeHost';
import { playJourney } from './playJourney';
import { connectedNumber } from './records';
import { notices } from './workspace';

export const NUMBER = '551155550100';
export const ANA = { id: '5511955550111', isPhone: true, name: 'Ana' };
export const SENT = { json: { messages: [{ id: 'wamid.1' }] } };

export const template = (name: string, facts: Partial<Template> = {}): Template => ({
  name,
  language: 'en',
  status: 'APPROVED',
  category: 'UTILITY',
  components: [{ type: 'BODY', text: 'Hello' }],
  ...facts,
});

export const order = template('order_update', {
  quality: 'GREEN',
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
    { type: 'BODY', text: 'Hi {{1}}, your order {{2}} is ready.' },
    { type: 'FOOTER', text: 'Acme' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'URL', text: 'Track', url: 'https://acme.example/{{1}}', example: ['a1'] },
        { type: 'QUICK_REPLY', text: 'Thanks' },
      ],
    },
  ],
});

/** A workspace with one number and its templates, whose rooms hold these messages. */
export async function workspace(
  templates: Template[],
  { replies = [], messages = [] }: { replies?: Parameters<typeof fakeHttp>; messages?: object[] } = {},
) {
  const { said, read, modify } = notices();
  const rooms = { getMessages: async () => messages, getMembers: async () => [] };
  const scheduler = { scheduleOnce: async () => 'job' };
  const fake = fakeHost({
    replies,
    read: { ...read, getRoomReader: () => rooms as never },
    modify: { ...modify, getScheduler: () => scheduler as never },
  });
  await saveNumber(fake.host, connectedNumber({ displayName: 'Acme', departmentName: 'Sales' }));
  await saveTemplates(fake.host, { number: NUMBER, readAt: Date.now() - 60_000, templates });
  const store = (changed: Template[]) =>
    saveTemplates(fake.host, { number: NUMBER, readAt: Date.now(), templates: changed });
  return { ...fake, said, store };
}

/** As the wizard begins for somebody who chose the number, and the recipient later. */
export const open = {
  roomId: 'room-id',
  surface: 'modal',
  status: '',
  number: NUMBER,
  customerIsFixed: false,
  recent: [],
};
/** As it begins in a conversation with Ana. */
export const withAna = { ...open, customer: ANA, customerIsFixed: true };

export const show = ({ name, language }: Template) => ({ type: 'SHOW', name, language });
export const use = { type: 'USE' };
export const submit = (typed: Record<string, string> = {}) => ({ type: 'SUBMIT', typed });

/** The journey in the form of a template, with the ids of its inputs in their order. */
export async function filling(host: Parameters<typeof playJourney>[1], chosen: Template, input: object = withAna) {
  const journey = await playJourney(sendTemplateFlow, host, input);
  await journey.does(show(chosen));
  const form = await journey.does(use);
  const ids = Object.keys(journey.context().suggested as object);
  const fill = (...values: string[]) => submit(Object.fromEntries(values.map((value, at) => [ids[at] ?? '', value])));
  return { ...journey, form, ids, fill };
}
