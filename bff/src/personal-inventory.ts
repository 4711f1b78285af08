import { ACTIVITY_DATA } from './activities/personal-data.ts'
import { CANTEEN_DATA } from './canteen/personal-data.ts'
import { CHILDCARE_DATA } from './childcare/personal-data.ts'
import { type FileDuties, filesData } from './files/index.ts'
import { ISSUE_DATA } from './issues/personal-data.ts'
import { MEDIATION_DATA } from './mediation/personal-data.ts'
import { NOTIFICATION_DATA } from './notifications/index.ts'
import { PENSION_DATA } from './pension/personal-data.ts'
import { PEOPLE_DATA } from './people/index.ts'
import type { PersonalData } from './platform/db/personal-data.ts'
import { REQUEST_DATA } from './privacy/personal-data.ts'
import { SCHEDULING_DATA } from './scheduling/index.ts'
import { WECHAT_DATA } from './wechat/index.ts'
import { fileOverBefore, workQueueData } from './work-queue/index.ts'

/**
 * Every table with data of people, in the order in which rows go: what refers to something stands before it. Like `app.ts`
 * it knows every feature; it is apart so that the command that counts what is due needs no server.
 */
export const composeInventory = (deleteBytes: FileDuties['deleteBytes']): readonly PersonalData[] => [
  ...ACTIVITY_DATA,
  ...CHILDCARE_DATA,
  ...CANTEEN_DATA,
  ...SCHEDULING_DATA,
  ...PENSION_DATA,
  ...MEDIATION_DATA,
  ...filesData({ isOver: fileOverBefore, deleteBytes }),
  ...REQUEST_DATA,
  ...ISSUE_DATA,
  ...NOTIFICATION_DATA,
  // 案卷 follow the archive rule of the judicial bureau, and their items with them.
  ...workQueueData(['mediation']),
  ...WECHAT_DATA,
  ...PEOPLE_DATA,
]
