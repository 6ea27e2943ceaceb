import * as v from 'valibot';

/** Facts about the workbench that need no sign-in. */
export const Info = v.looseObject({
  version: v.string(),
  url: v.string(),
  simulatorUrl: v.string(),
  /** The Rocket.Chat release that the workbench imitates: its engine and sandbox, and its traits by name. */
  server: v.optional(
    v.objectWithRest(
      {
        version: v.string(),
        engine: v.string(),
        engineHere: v.string(),
        sandbox: v.picklist(['deno', 'node']),
        runtime: v.string(),
        transport: v.picklist(['msgpack', 'ipc']),
      },
      v.unknown(),
    ),
  ),
  /** The releases that can be imitated. */
  servers: v.optional(v.array(v.string())),
  app: v.optional(
    v.looseObject({ id: v.string(), name: v.string(), version: v.string(), status: v.optional(v.string()) }),
  ),
  demo: v.optional(v.looseObject({ apiKey: v.optional(v.string()), phoneNumber: v.optional(v.string()) })),
  users: v.optional(
    v.array(v.looseObject({ username: v.string(), name: v.optional(v.string(), ''), roles: v.array(v.string()) })),
    [],
  ),
  /** The server's `Language`. */
  language: v.optional(v.string()),
});
export type Info = v.InferOutput<typeof Info>;

/** A slash command; its texts are keys in the app's own namespace. */
export const Command = v.looseObject({
  command: v.string(),
  params: v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  appId: v.optional(v.string()),
});
export type Command = v.InferOutput<typeof Command>;

const names = v.optional(v.array(v.string()));

/** A button that an app puts into the client's own menus. */
export const ActionButton = v.looseObject({
  appId: v.string(),
  actionId: v.string(),
  context: v.picklist(['messageAction', 'roomAction', 'messageBoxAction', 'userDropdownAction', 'roomSideBarAction']),
  labelI18n: v.string(),
  variant: v.optional(v.string()),
  category: v.optional(v.string()),
  when: v.optional(
    v.looseObject({
      roomTypes: names,
      messageActionContext: names,
      hasOnePermission: names,
      hasAllPermissions: names,
      hasOneRole: names,
      hasAllRoles: names,
    }),
  ),
});
export type ActionButton = v.InferOutput<typeof ActionButton>;

const counts = v.optional(v.record(v.string(), v.number()), {});

/** One thing that was asked of the app, and the calls that came of it. */
export const RoundTrip = v.looseObject({
  id: v.string(),
  kind: v.string(),
  label: v.optional(v.string(), ''),
  startedAt: v.string(),
  ms: v.optional(v.number()),
  calls: counts,
  deliveries: counts,
  total: v.optional(v.number(), 0),
});
export type RoundTrip = v.InferOutput<typeof RoundTrip>;
