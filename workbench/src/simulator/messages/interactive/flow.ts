import { objectOf } from '../../json/objectOf';
import { checkLabel } from '../checks/checkLabel';
import { firstRefusal } from '../checks/firstRefusal';
import { missing } from '../checks/missing';
import { checkName } from './checkName';
import type { InteractiveRules } from './InteractiveRules';

/** A button that opens a flow, by id or name; label 30 (some sources say 20). */
export const flow: InteractiveRules = {
  headers: ['text', 'image', 'video', 'document'],
  body: 'required',
  check: (action) => {
    const parameters = objectOf(action.parameters);
    const path = "interactive['action']['parameters']";
    return firstRefusal(
      () => checkName(action, 'flow'),
      () => (parameters.flow_message_version === undefined ? missing(`${path}['flow_message_version']`) : undefined),
      () =>
        parameters.flow_id === undefined && parameters.flow_name === undefined
          ? missing(`${path}['flow_id']`)
          : undefined,
      () => checkLabel(parameters.flow_cta, 'Flow button', 30),
    );
  },
};
