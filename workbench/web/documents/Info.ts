import * as v from 'valibot';

/** What the workbench tells about itself before anyone has signed in. */
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
