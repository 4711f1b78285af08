import { endpoints } from '../kernel/endpoint.ts'

export const peopleEndpoints = endpoints({
  listDemoPeople: ['GET', '/api/demo/people'],
  startDemoSession: ['POST', '/api/demo/sessions'],
  getMe: ['GET', '/api/me'],
  endSession: ['DELETE', '/api/session'],
  endAllSessions: ['DELETE', '/api/sessions'],
})
