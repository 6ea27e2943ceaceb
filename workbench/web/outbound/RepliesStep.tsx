import { FieldGroup, Select } from '@rocket.chat/fuselage';
import { readList } from '../documents/readDocument';
import { useFetched } from '../panels/parts/useFetched';
import { words } from '../words';
import { useWorkspace, useWorkspaceState } from '../workspace/useWorkspace';
import { Department, DepartmentAgent } from './documents';
import type { StepProps } from './Draft';
import { OutboundField } from './OutboundField';
import { StepActions } from './StepActions';

const MANAGERS = ['admin', 'livechat-manager'];
const ASSIGNERS = [...MANAGERS, 'livechat-monitor'];

/** Fuselage's select has no empty choice of its own. */
const NOBODY = '';

/** The department or agent that gets the answer. An agent can be chosen within a department only. */
export function RepliesStep({ draft, onChange, onNext, onBack }: StepProps) {
  const workspace = useWorkspace();
  const me = useWorkspaceState((state) => state.me);
  const has = (roles: readonly string[]) => me?.roles.some((role) => roles.includes(role)) ?? false;
  const query = `onlyMyDepartments=${String(!has(MANAGERS))}`;
  const { departmentId = NOBODY, agentId = NOBODY } = draft;
  const departments = useFetched(
    async () => readList(Department, await workspace.api.get(`/api/v1/livechat/department?${query}`), 'departments'),
    query,
  ).value;
  const agents = useFetched(
    async () =>
      departmentId === NOBODY
        ? []
        : readList(DepartmentAgent, await workspace.api.get(`/api/v1/livechat/department/${departmentId}`), 'agents'),
    departmentId,
  ).value;
  const allowed = (agents ?? []).filter((agent) => has(ASSIGNERS) || agent.agentId === me?._id);
  const { fields, choose, hints } = words.outbound;
  return (
    <>
      <FieldGroup>
        <OutboundField label={fields.department} hint={hints.department}>
          <Select
            aria-label={fields.department}
            options={[
              [NOBODY, choose.nobody] as const,
              ...(departments ?? []).map(({ _id, name }) => [_id, name] as const),
            ]}
            value={departmentId}
            placeholder={choose.department}
            onChange={(id: string) =>
              onChange({
                departmentId: id,
                departmentName: departments?.find(({ _id }) => _id === id)?.name,
                // The client empties the agent, and sends the empty word.
                agentId: NOBODY,
                agentName: undefined,
              })
            }
          />
        </OutboundField>
        <OutboundField label={fields.agent} hint={hints.agent}>
          <Select
            aria-label={fields.agent}
            options={[
              [NOBODY, choose.nobody] as const,
              ...allowed.map(({ agentId: id, username }) => [id, username] as const),
            ]}
            value={agentId}
            placeholder={choose.agent}
            disabled={departmentId === NOBODY}
            onChange={(id: string) =>
              onChange({ agentId: id, agentName: allowed.find((agent) => agent.agentId === id)?.username })
            }
          />
        </OutboundField>
      </FieldGroup>
      <StepActions onBack={onBack} onNext={onNext} />
    </>
  );
}
