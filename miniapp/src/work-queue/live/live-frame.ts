import type { LiveServerFrame } from '@little-bench/shared/work-queue/live'

/** What the server said; undefined for anything that this build does not know. */
export const parseLiveFrame = (text: unknown): LiveServerFrame | undefined => {
  const frame = recordOf(text)
  switch (frame?.type) {
    case 'welcome':
    case 'queues_changed':
      return { type: frame.type, queueIds: listOf(frame.queueIds).filter(isText) }
    case 'viewers':
      return isText(frame.workItemId)
        ? { type: 'viewers', workItemId: frame.workItemId, viewers: listOf(frame.viewers).filter(isViewer) }
        : undefined
    case 'refused':
      return { type: 'refused' }
    default:
      return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isText = (value: unknown): value is string => typeof value === 'string'
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const isViewer = (value: unknown): value is { id: string; name: string } =>
  isRecord(value) && isText(value.id) && isText(value.name)

const recordOf = (text: unknown) => {
  if (!isText(text)) return undefined
  try {
    const parsed: unknown = JSON.parse(text)
    return isRecord(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}
