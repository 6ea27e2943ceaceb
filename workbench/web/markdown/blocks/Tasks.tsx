import type { Task } from '@rocket.chat/message-parser';
import { Inlines } from '../Inlines';

/** A list of things done and to do. */
export function Tasks({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <ul className="wb-markdown-tasks">
      {tasks.map((task, index) => (
        <li key={index}>
          <label>
            <input type="checkbox" checked={task.status} readOnly disabled /> <Inlines nodes={task.value} />
          </label>
        </li>
      ))}
    </ul>
  );
}
