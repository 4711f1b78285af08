/** A small configuration that is right in every way, for tests that plant one mistake in it. */
export const sampleFiles = (): Record<string, string> => ({
  'units.yaml': `
units:
  - { id: street, name: 示范街道, kind: subdistrict, queueId: street-queue, demo: true }
  - { id: water, name: 供水部门, kind: department, queueId: water-queue, demo: true }
`,
  'queues.yaml': `
queues:
  - { id: street-queue, name: 示范街道, level: subdistrict, demo: true }
  - { id: water-queue, name: 供水部门, level: department, demo: true }
`,
  'deadline-classes.yaml': `
deadlineClasses:
  - { id: 24h, name: 24小时内, hours: 24, acceptance: { dutyMinutes: 120 }, firstReply: { hours: 12 } }
  - { id: 3wd, name: 3个工作日内, workingDays: 3, acceptance: { workingDays: 1 }, firstReply: { workingDays: 2 } }
  - { id: 15wd, name: 15个工作日内, workingDays: 15, acceptance: { workingDays: 3 }, firstReply: { workingDays: 10 } }
`,
  'work-queue.yaml': `
claimReturnsAfter: { dutyMinutes: 480 }
questionRemindersAfterDays: [3, 6]
questionClosesAfterDays: 9
climbsAgainAfter: { workingDays: 1 }
ratingReminderAfterDays: 5
maxSuspensionDays: 30
maxSuspensions: 2
followUpAfterDays: 7
endorsementsRaise: [{ households: 3, by: 1 }]
quietHours: { from: '21:30', to: '08:00', demo: true }
`,
  'reply-templates.yaml': `
replyTemplates:
  - { id: 0c8a2a58-7a0c-5a54-9a0b-0d3f4f3a6f01, name: 收到, zh: '「{title}」收到了。', states: [queued] }
  - { id: 0c8a2a58-7a0c-5a54-9a0b-0d3f4f3a6f02, name: 修灯, zh: '灯修好了。', serviceCodes: [lamp] }
`,
  'catalogue.yaml': `
categories:
  - { serviceCode: lamp, name: 灯不亮, group: 照明, duty: perform, handledBy: grid_cell, deadlineClass: 24h, priority: 1,
      canBePublic: true, defaultVisibility: private, guidance: 说清哪盏灯, demo: true }
  - { serviceCode: leak, name: 漏水, group: 照明, duty: assist, handledBy: department, departmentId: water, deadlineClass: 3wd,
      priority: 1, canBePublic: true, defaultVisibility: private, guidance: 说清在哪里漏, demo: true }
  - { serviceCode: bill, name: 水费, group: 其他, duty: not_ours, handledBy: community, deadlineClass: 3wd, priority: 0,
      canBePublic: false, defaultVisibility: private, guidance: 准备好户号, demo: true,
      notOurs: { destination: 供水单位, phone: '12345' } }
  - { serviceCode: other, name: 其他, group: 其他, duty: perform, handledBy: community, deadlineClass: 3wd, priority: 1,
      canBePublic: true, defaultVisibility: private, guidance: 说清什么事, demo: true }
`,
  'routing.yaml': `
rules:
  - { id: not-ours, when: { duty: not_ours }, to: community, because: 不归社区办 }
  - { id: cell, when: { duty: perform, handledBy: grid_cell, hasGridCell: true }, to: grid_cell, because: 由网格员办 }
  - { id: department, when: { handledBy: department }, to: department, because: 归部门办 }
  - { id: catch-all, when: {}, to: community, because: 社区先接下 }
`,
  'wechat.yaml': `
templates:
  - { topic: progress, templateId: demo-progress, title: 办理进度, fields: [{ field: thing1, from: title }], demo: true }
  - { topic: booking, templateId: demo-booking, title: 预约变更, fields: [{ field: phrase1, from: status }], demo: true }
  - { topic: visit, templateId: demo-visit, title: 上门服务, fields: [{ field: time1, from: told_at }], demo: true }
  - { topic: family, templateId: demo-family, title: 代办情况, fields: [{ field: thing1, from: words }], demo: true }
`,
  'contact-topics.yaml': `
topics:
  - { id: grid_worker, name: 有事找网格员, demo: true }
  - { id: community_desk, name: 社区服务大厅, demo: true }
  - { id: utilities, name: 水电气, demo: false }
`,
  'holidays.yaml': `
coversUntil: '2027-12-31'
closures:
  - { name: 藏历新年, from: '2027-02-05', to: '2027-02-13', demo: true }
makeUpWorkdays:
  - { name: 调休, date: '2027-02-20', demo: true }
`,
  'demo-people.yaml': `
people:
  - id: 47fa67fd-ad80-5dc7-8ff4-960818027473
    name: 居民（示范）
    roles: [{ role: resident, communityId: lane }]
  - id: 04dd7f53-4735-518e-b061-82c04eb8dede
    name: 网格员（示范）
    roles: [{ role: grid_worker, gridCellId: lane-1 }]
  - id: d9b01aa7-b39a-555a-9a70-d6ca0f5f933b
    name: 街道工作人员（示范）
    roles: [{ role: subdistrict_staff, unitId: street }]
`,
  ...communityFiles('lane', 'LN'),
  ...communityFiles('yard', 'YD'),
})

const communityFiles = (id: string, receiptPrefix: string): Record<string, string> => ({
  [`${id}/community.yaml`]: `
id: ${id}
name: 示范社区
subdistrictId: street
queueId: ${id}-queue
receiptPrefix: ${receiptPrefix}
area: { south: 29.64, west: 91.13, north: 29.66, east: 91.15, demo: true }
services: [issues]
contacts:
  - { topic: community_desk, name: 服务大厅, about: 有困难找社区, phone: 0891-0000-101, hours: 周一至周五, address: 大门旁, demo: true }
  - { topic: grid_worker, name: 第一网格网格员, about: 有事找网格员, phone: 0891-0000-111, hours: 周一至周五, gridCellId: ${id}-1, demo: true }
  - { topic: grid_worker, name: 第二网格网格员, about: 有事找网格员, phone: 0891-0000-112, hours: 周一至周五, gridCellId: ${id}-2, demo: true }
  - { topic: utilities, name: 水电气报修, about: 停水停电, phone: 0891-0000-121, hours: 全天, demo: true,
      backup: { name: 值班电话, phone: 0891-0000-122 } }
`,
  [`${id}/grid-cells.yaml`]: `
gridCells:
  - id: ${id}-1
    name: 第一网格
    queueId: ${id}-1-queue
    demo: true
    places:
      - { id: ${id}-north, name: 北院, position: { lat: 29.655, lng: 91.140, demo: true }, demo: true }
  - id: ${id}-2
    name: 第二网格
    queueId: ${id}-2-queue
    demo: true
    places:
      - { id: ${id}-south, name: 南院, position: { lat: 29.645, lng: 91.140, demo: true }, demo: true }
      - { id: ${id}-gate, name: 大门, demo: true }
`,
  [`${id}/queues.yaml`]: `
queues:
  - { id: ${id}-queue, name: 示范社区, level: community, demo: true }
  - { id: ${id}-1-queue, name: 第一网格, level: grid_cell, demo: true }
  - { id: ${id}-2-queue, name: 第二网格, level: grid_cell, demo: true }
`,
  [`${id}/catalogue.yaml`]: 'leaveOut: []',
  [`${id}/routing.yaml`]: 'before: []',
  [`${id}/grid-redraws.yaml`]: 'redraws: []',
  [`${id}/volunteer-teams.yaml`]: `
teams:
  - { id: riders, name: 骑行队（示范）, demoMembers: [47fa67fd-ad80-5dc7-8ff4-960818027473], demo: true }
`,
  [`${id}/canteens.yaml`]: `
canteens:
  - id: ${id}-canteen
    name: 食堂（示范）
    address: 大门旁
    phone: 0891-0000-131
    hours: 每天中午
    openWeekdays: [1, 2, 3, 4, 5]
    daysAhead: 7
    sittings:
      - { kind: lunch, opensAt: '11:30', closesAt: '13:00', capacity: 30, cutoff: { daysBefore: 1, at: '20:00' } }
    fulfilments: [dine_in]
    deliveryCents: 0
    rules:
      - { id: free, from: '2026-01-01', when: [{ kind: lives_here }], effect: { kind: meal_free, upToCents: 1500 }, because: 本社区免费，最多15元 }
    demoMenus:
      - { weekdays: [1], sittings: [lunch], dishes: [{ name: 面（示范）, priceCents: 800, portions: 20 }] }
    demo: true
`,
  [`${id}/childcare.yaml`]: `
centres:
  - id: ${id}-centre
    name: 托育点（示范）
    address: 北院一楼
    phone: 0891-0000-132
    hours: 周一至周五
    openWeekdays: [1, 2, 3, 4, 5]
    sessions: { full_day: { from: '08:30', to: '17:30' }, morning: { from: '08:30', to: '12:00' } }
    cutoff: { daysBefore: 1, at: '18:00' }
    daysAhead: 14
    groups:
      - { id: ${id}-toddlers, name: 托小班, bandId: toddler, carers: 2, places: { full_day: 6, morning: 4 } }
    admission:
      - { id: near, from: '2026-01-01', when: [{ kind: lives_or_works_here }], because: 住在或在附近上班 }
    demo: true
`,
  [`${id}/activities.yaml`]: `
activities:
  - id: ${id}-lessons
    name: 周末课堂（示范）
    about: 写作业、画画
    place: { name: 活动室, address: 北院二楼, phone: 0891-0000-133 }
    weekdays: [0, 6]
    from: '10:00'
    to: '11:30'
    capacity: 20
    cutoff: { daysBefore: 1, at: '18:00' }
    daysAhead: 14
    fromYears: 6
    belowYears: 16
    isForChildren: true
    days: { from: '2026-09-01' }
    demo: true
`,
  [`${id}/mediators.yaml`]: 'mediators: []',
  [`${id}/pension.yaml`]: 'pension: null',
  [`${id}/calendar.yaml`]: `
openWeekdays: [1, 2, 3, 4, 5]
opensAt: '09:30'
closesAt: '18:00'
demo: true
`,
})

/** The sample with one passage of one file replaced; a passage that is not there is a mistake in the test. */
export const sampleFilesWith = (
  path: string,
  passage: string | RegExp,
  replacement: string,
): Record<string, string> => {
  const files = sampleFiles()
  const changed = (files[path] ?? '').replace(passage, replacement)
  if (changed === files[path]) throw new Error(`${path} has no passage ${String(passage)}`)
  return { ...files, [path]: changed }
}

/** A right new map of `lane`: its first cell stays whole, its second becomes two, and one is cut out of both. */
export const sampleRedraw = `redraws:
  - id: four-cells
    name: 两个网格重新划为四个
    demo: true
    gridCells:
      - id: lane-n1
        name: 新第一网格
        queueId: lane-n1-queue
        formerly: [lane-1]
        demo: true
        places: [{ id: lane-north, name: 北院, position: { lat: 29.655, lng: 91.140, demo: true }, demo: true }]
      - id: lane-n2
        name: 新第二网格
        queueId: lane-n2-queue
        formerly: [lane-2]
        demo: true
        places: [{ id: lane-south, name: 南院, position: { lat: 29.645, lng: 91.140, demo: true }, demo: true }]
      - id: lane-n3
        name: 新第三网格
        queueId: lane-n3-queue
        formerly: [lane-2]
        demo: true
        places: [{ id: lane-gate, name: 大门, demo: true }]
      - id: lane-n4
        name: 新第四网格
        queueId: lane-n4-queue
        formerly: [lane-1, lane-2]
        demo: true
        places: [{ id: lane-middle, name: 中院, position: { lat: 29.650, lng: 91.140, demo: true }, demo: true }]
    queues:
      - { id: lane-n1-queue, name: 新第一网格, level: grid_cell, demo: true }
      - { id: lane-n2-queue, name: 新第二网格, level: grid_cell, demo: true }
      - { id: lane-n3-queue, name: 新第三网格, level: grid_cell, demo: true }
      - { id: lane-n4-queue, name: 新第四网格, level: grid_cell, demo: true }
`

/** The sample with that new map. */
export const redrawFiles = (): Record<string, string> => ({
  ...sampleFiles(),
  'lane/grid-redraws.yaml': sampleRedraw,
})
