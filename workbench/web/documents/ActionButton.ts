import * as v from 'valibot';

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
