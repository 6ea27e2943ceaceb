import * as v from 'valibot';
import { UserReference } from './User';

const text = v.optional(v.string());

/** Where a conversation came from. */
export const Source = v.looseObject({
  type: v.string(),
  id: text,
  alias: text,
  label: text,
  sidebarIcon: text,
  defaultIcon: text,
  destination: text,
});
export type Source = v.InferOutput<typeof Source>;

/** A room as Rocket.Chat stores it: channel `c`, private group `p`, direct `d`, conversation with a customer `l`. */
export const Room = v.looseObject({
  _id: v.string(),
  t: v.picklist(['c', 'p', 'd', 'l']),
  name: text,
  fname: text,
  topic: text,
  description: text,
  usernames: v.optional(v.array(v.string())),
  u: v.optional(UserReference),
  usersCount: v.optional(v.number()),
  ts: text,
  lm: text,
  ro: v.optional(v.boolean()),
  v: v.optional(
    v.looseObject({
      _id: v.string(),
      username: text,
      name: text,
      token: text,
      phone: text,
      lastMessageTs: text,
      activity: v.optional(v.array(v.string())),
    }),
  ),
  servedBy: v.optional(UserReference),
  source: v.optional(Source),
  departmentId: text,
  contactId: text,
  open: v.optional(v.boolean()),
  onHold: v.optional(v.boolean()),
  closedAt: text,
  closer: text,
  closedBy: v.optional(UserReference),
  tags: v.optional(v.array(v.string())),
  waitingResponse: v.optional(v.boolean()),
  responseBy: v.optional(v.looseObject({ username: text, firstResponseTs: text })),
  metrics: v.optional(
    v.looseObject({ response: v.optional(v.looseObject({ total: v.number(), ft: v.optional(v.number()) })) }),
  ),
  omnichannel: v.optional(v.looseObject({ predictedVisitorAbandonmentAt: text })),
});
export type Room = v.InferOutput<typeof Room>;

/** A conversation that waits in the queue. */
export const Inquiry = v.looseObject({
  _id: v.string(),
  rid: v.string(),
  name: v.optional(v.string(), ''),
  message: v.optional(v.string(), ''),
  ts: v.string(),
  status: v.string(),
  department: v.optional(v.string()),
  source: v.optional(Source),
});
export type Inquiry = v.InferOutput<typeof Inquiry>;
