import { endTyping } from '../phone/typing';
import type { Simulator } from '../Simulator';
import { applyStatus } from '../statuses/applyStatus';
import { reviewTemplate } from '../templates/lifecycle/reviewTemplate';
import { unpauseTemplate } from '../templates/lifecycle/pauseTemplate';
import { deliver } from '../webhooks/deliver';
import type { JobHandler } from './JobRunner';
import { parseJob } from './parseJob';

/** Every kind of job, with what does it. */
export function jobKinds(simulator: Simulator): Record<string, JobHandler> {
  return {
    deliver: (data) => deliver(simulator, parseJob.deliver(data)),
    status: (data) => applyStatus(simulator, parseJob.status(data)),
    'typing-end': (data) => endTyping(simulator, parseJob.typing(data)),
    'template-review': (data) => reviewTemplate(simulator, parseJob.template(data)),
    'template-unpause': (data) => unpauseTemplate(simulator, parseJob.pause(data)),
  };
}
