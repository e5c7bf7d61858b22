/** A task in the two spellings of the contract: as lists show it, and alone. */
import type { BriefTaskRespBean, TaskBasicRsp } from '@roma-fdi/types';
import { isRunning } from '../store/is-running.ts';
import type { TaskWithPairs } from '../store/records.ts';
import { given } from './given.ts';

export function briefTaskAnswer(task: TaskWithPairs): BriefTaskRespBean {
  const [pair] = task.pairs;
  return {
    task_id: task.id,
    ...given({ task_name: task.name }),
    task_type: 'REALTIME',
    status: isRunning(task) ? 1 : 0,
    created_date: task.created,
    last_modified_time: task.modified,
    execute_status: task.executeStatus,
    ...appsOf(task),
    ...(pair && { source_instance_id: pair.source.instance, target_instance_id: pair.target.instance }),
    ext_type: 'cdc',
    ...given({ task_tag: task.tag }),
  };
}

export function taskAnswer(task: TaskWithPairs, project: string): TaskBasicRsp {
  const [pair] = task.pairs;
  return {
    task_id: task.id,
    ...given({ task_name: task.name }),
    task_type: 'realtime',
    status: isRunning(task) ? 'running' : 'stop',
    project_id: project,
    ...(pair && {
      source_datasource_id: pair.source.id,
      target_datasource_id: pair.target.id,
      source_datasource_name: pair.source.name,
      target_datasource_name: pair.target.name,
    }),
    ...appsOf(task),
    created_date: task.created,
    last_modified_date: task.modified,
    ...given({ description: task.description, task_tag: task.tag }),
  };
}

/** The task's own, else those of its first pair. */
function appsOf({ sourceAppId, targetAppId, pairs: [pair] }: TaskWithPairs) {
  return given({
    source_app_id: sourceAppId ?? pair?.source.appId ?? null,
    target_app_id: targetAppId ?? pair?.target.appId ?? null,
  });
}
