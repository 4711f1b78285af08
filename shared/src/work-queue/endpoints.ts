import { endpoints } from '../kernel/endpoint.ts'

export const workQueueEndpoints = endpoints({
  listMyItems: ['GET', '/api/my/items'],
  listMyQueues: ['GET', '/api/my/queues'],
  listQueueItems: ['GET', '/api/queues/:queueId/items'],
  claimNextItem: ['POST', '/api/queues/:queueId/claims'],
  getWorkItem: ['GET', '/api/communities/:communityId/work-items/:workItemId'],
  getMoveChoices: ['GET', '/api/communities/:communityId/work-items/:workItemId/choices'],
  moveWorkItem: ['POST', '/api/communities/:communityId/work-items/:workItemId/moves'],
  addNote: ['POST', '/api/communities/:communityId/work-items/:workItemId/notes'],
  addReply: ['POST', '/api/communities/:communityId/work-items/:workItemId/replies'],
  rateWorkItem: ['POST', '/api/communities/:communityId/work-items/:workItemId/ratings'],
  transcribeVoiceNote: ['PUT', '/api/communities/:communityId/work-items/:workItemId/voice-notes/:fileId/transcript'],
  announcePresence: ['POST', '/api/communities/:communityId/work-items/:workItemId/presence'],
  searchItems: ['GET', '/api/my/queues/search'],
  bindReceipt: ['POST', '/api/my/receipts'],
})

/** What staff keep at the desk: rosters, reply templates, saved views, follow-up calls, what was not ours. */
export const deskEndpoints = endpoints({
  getRoster: ['GET', '/api/queues/:queueId/roster'],
  saveRoster: ['PUT', '/api/queues/:queueId/roster'],
  listReplyTemplates: ['GET', '/api/communities/:communityId/reply-templates'],
  saveReplyTemplate: ['PUT', '/api/communities/:communityId/reply-templates/:templateId'],
  listSavedViews: ['GET', '/api/my/saved-views'],
  saveSavedView: ['PUT', '/api/my/saved-views/:viewId'],
  deleteSavedView: ['DELETE', '/api/my/saved-views/:viewId'],
  listFollowUps: ['GET', '/api/queues/:queueId/follow-ups'],
  recordFollowUp: ['POST', '/api/communities/:communityId/follow-ups/:followUpId/result'],
  listNotOurs: ['GET', '/api/communities/:communityId/not-ours'],
})

/** Figures, the ledger (台账) and the re-drawing of grid cells: whole communities at once. */
export const oversightEndpoints = endpoints({
  getCommunityFigures: ['GET', '/api/communities/:communityId/figures'],
  exportLedger: ['GET', '/api/communities/:communityId/ledger'],
  listGridRedraws: ['GET', '/api/communities/:communityId/grid-redraws'],
  previewGridRedraw: ['POST', '/api/communities/:communityId/grid-redraws/:redrawId/preview'],
  applyGridRedraw: ['POST', '/api/communities/:communityId/grid-redraws/:redrawId/apply'],
})
