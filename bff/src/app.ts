import { isDeepStrictEqual } from 'node:util'
import Router from '@koa/router'
import { checkCalendarCoverage } from '@little-bench/config/cross-checks/calendars'
import { describeProblem } from '@little-bench/config/problem'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { LIVE_PATH } from '@little-bench/shared/work-queue/live'
import type Koa from 'koa'
import { sql } from 'kysely'
import { carryOutStandingOrders } from './canteen/carry-out-standing-orders.ts'
import { loadDemoMenus } from './canteen/demo-menus.ts'
import { eraseNotes, isChildHere } from './childcare/childcare-booking.repository.ts'
import { alarmForChildrenStillHere } from './childcare/not-picked-up.service.ts'
import { createLiveConfig, mountCommunities } from './communities/index.ts'
import { composePrivacy } from './compose-privacy.ts'
import { createFiles, forgetUploads, mountFiles } from './files/index.ts'
import { loadDemoVolunteers } from './issues/volunteer.service.ts'
import { doWhatIsDueInCases } from './mediation/case-due.service.ts'
import { loadDemoMediators } from './mediation/mediator.service.ts'
import { createModeration, forgetMediaChecks, takeLateAnswers } from './moderation/index.ts'
import { mountServices } from './mount-services.ts'
import {
  countStuck,
  createNotifications,
  followMessageEvents,
  forgetOldMessages,
  mountCallList,
  mountDeliveries,
  mountNotifications,
  mountSubscriptions,
} from './notifications/index.ts'
import { loadDemoProofs } from './pension/demo-proofs.ts'
import { remindOfProofs } from './pension/remind.service.ts'
import {
  askForReviews,
  authenticate,
  createActFor,
  deleteExpiredCodes,
  deleteExpiredSessions,
  forgetPhoneCodes,
  homeCellOf,
  keepConsent,
  loadDemoPeople,
  mountChildren,
  mountCounter,
  mountFactCheck,
  mountGrants,
  mountPeople,
  mountProfile,
  mountSignIn,
  mountStaff,
  type TellPerson,
  workersByCell,
} from './people/index.ts'
import type { Clock } from './platform/clock/clock.ts'
import type { Context } from './platform/context.ts'
import { createSealer } from './platform/crypto/sealer.ts'
import { createBroadcast } from './platform/db/broadcast.ts'
import { openDatabase } from './platform/db/database.ts'
import { forgetOldKeys } from './platform/db/transaction.ts'
import type { Env } from './platform/env/env.ts'
import { createLiveServer, type LiveServer } from './platform/http/live-server.ts'
import { createMetrics } from './platform/http/metrics.ts'
import { createMount } from './platform/http/mount.ts'
import { createRateLimits } from './platform/http/rate-limits.ts'
import { createServer } from './platform/http/server.ts'
import { createJobs } from './platform/jobs/jobs.ts'
import type { Log } from './platform/log/log.ts'
import { createSmsGateway } from './platform/sms/sms.ts'
import { wechatOf } from './platform/wechat/wechat-client.ts'
import { createWechatMetrics } from './platform/wechat/wechat-metrics.ts'
import { expire } from './privacy/expire.service.ts'
import { mountPrivacy } from './privacy/privacy.routes.ts'
import { REQUEST_CATEGORIES } from './privacy/request-categories.ts'
import { createAuthorizationHandlers } from './privacy/wechat-authorization.ts'
import {
  BookingServices,
  endSlots,
  expireDueSeats,
  hasOpenBookings,
  offerWaitingSeats,
  planSlots,
  type Scheduling,
} from './scheduling/index.ts'
import {
  createWechatEngine,
  findAccountByOpenId,
  forgetAccount,
  forgetOldEvents,
  listAccounts,
  mountWechat,
  pushSecretsOf,
  sendableOpenIdOf,
  type WechatEvents,
} from './wechat/index.ts'
import {
  createLive,
  createLiveDesk,
  describeItems,
  dispatchWaitingItems,
  type Engine,
  forgetOldPresence,
  mountDesk,
  mountOversight,
  mountWorkQueue,
  runDueTimers,
  Subjects,
} from './work-queue/index.ts'

export interface App {
  koa: Koa
  context: Context
  /** The engine of seats with the services that take bookings. */
  scheduling: Scheduling
  /** Who is told of what happens in WeChat. */
  wechatEvents: WechatEvents
  /** The live connections of the desk: attach it to the listening server, close it before that one. */
  liveServer: LiveServer
  /** What happens every night: whatever has expired is forgotten. */
  forgetWhatHasExpired(): Promise<void>
  /** What happens every minute: whatever the clocks and duty rosters of the work queue, and the seats of slots, have come to. */
  doWhatIsDue(): Promise<void>
  /** What happens every few seconds: changed files and maps are taken. */
  lookAtConfig(): Promise<void>
  /** Loads what the database must know of the configuration and starts the jobs. */
  start(): Promise<void>
  /** Stops the jobs and closes the connections, after the server has stopped listening. */
  stop(): Promise<void>
}

/** The services whose rates a community publishes. */
const MEASURED = ['issues'] as const

/** Puts the application together; with the files beside it the only one that knows every feature. */
export const createApp = (env: Env, clock: Clock, log: Log): App => {
  const { db, pool, close } = openDatabase(env.DATABASE_URL, env.DATABASE_POOL)
  const jobs = createJobs(env.DATABASE_URL, log, { isScheduling: env.SCHEDULED_WORK === '1' })
  const isDemo = env.DEMO === '1'
  const liveConfig = createLiveConfig({
    directory: env.CONFIG_DIR,
    lookEveryMs: env.CONFIG_LOOK_MS,
    db,
    log,
    clock,
    async onChange(before, after) {
      if (isDemo && !isDeepStrictEqual(before.demoPeople, after.demoPeople)) await loadDemo()
      await planDaysAhead()
    },
  })
  const metrics = createMetrics({
    config_problems: {
      help: 'Problems that keep the changed configuration files from being taken',
      read: liveConfig.countProblems,
    },
    deliveries_stuck: {
      help: 'Messages on their way to somebody that somebody must look at',
      // Without the database the other numbers are still worth reading.
      read: () => countStuck(db, clock.now()).catch(() => Number.NaN),
    },
  })
  const sealer = createSealer({ fieldKeys: env.FIELD_KEYS, lookupKey: env.LOOKUP_KEY })
  const wechatMetrics = createWechatMetrics(metrics.registry)
  const context: Context = {
    db,
    config: () => liveConfig.current(),
    gridMaps: liveConfig,
    clock,
    jobs,
    sealer,
    wechat: wechatOf(env, { db, sealer, clock, log, metrics: wechatMetrics }),
  }
  const loadDemo = async () => {
    await loadDemoPeople(context)
    await loadDemoVolunteers(context)
    await loadDemoMediators(context)
    await loadDemoProofs(context)
  }
  const wechatEvents = createWechatEngine(context, { log, metrics: wechatMetrics })
  const notifications = createNotifications(context, log)
  followMessageEvents(context, wechatEvents)
  const files = createFiles(context, env)
  const tellPerson: TellPerson = (trx, notice) => notifications.notify(trx, notice)
  const subjects = new Subjects()
  const broadcast = createBroadcast({ databaseUrl: env.DATABASE_URL, db, channel: 'little_bench_live', log })
  const live = createLive(broadcast, log)
  const engine: Engine = { ...context, notifications, subjects, live }
  const moderation = createModeration(
    engine,
    env,
    async (personId) => (await sendableOpenIdOf(db, context.sealer, personId)) ?? null,
  )
  const scheduling: Scheduling = { ...engine, services: new BookingServices() }
  const planDaysAhead = async () => {
    await planSlots(scheduling, clock.now(), log)
    if (isDemo) await loadDemoMenus(scheduling)
  }

  const trustProxy = env.TRUST_PROXY === '1'

  const router = new Router()
  const callers = {
    authenticate: (token: string) => authenticate(context, token),
    actFor: createActFor(context, tellPerson),
    limitRate: createRateLimits(pool, {
      read: env.RATE_LIMIT_READ,
      write: env.RATE_LIMIT_WRITE,
      signIn: env.RATE_LIMIT_SIGN_IN,
      code: env.RATE_LIMIT_CODE,
    }),
  }
  const mount = createMount(router, {
    ...callers,
    fingerprint: (text) => context.sealer.fingerprint(text, 'a body that was sent'),
    checkResponses: env.NODE_ENV !== 'production',
  })
  mountCommunities(mount, context, {
    homeCellOf: (personId, communityId) => homeCellOf(context, personId, communityId),
    workersByCell: (communityId) => workersByCell(context, communityId),
  })
  mountWechat(mount, { context, log, events: wechatEvents, secrets: pushSecretsOf(env) })
  mountPeople(mount, context, isDemo)
  mountSignIn(mount, context, {
    log,
    isDemo,
    sms: createSmsGateway(env, log),
    askAboutAccount: (trx, person) => notifications.askToCall(trx, { kind: 'account_opened', details: {}, ...person }),
    keepConsent: (trx, { personId, purpose, now }) => keepConsent(trx, { personId, purpose }, now),
  })
  mountStaff(mount, context, log)
  mountProfile(mount, context, tellPerson)
  mountFactCheck(mount, context, tellPerson)
  mountGrants(mount, context, {
    tellPerson,
    askToCall: (trx, person) => notifications.askToCall(trx, { kind: 'coercion_check', details: {}, ...person }),
    describeItems: (items) => describeItems(engine, items),
  })
  mountCounter(mount, context, tellPerson)
  mountChildren(mount, context, {
    isBooked: async (trx, communityId, childId, now) =>
      (await hasOpenBookings(trx, communityId, childId, now)) ||
      (await isChildHere(trx, communityId, childId, shanghaiTime(now).date)),
    forget: eraseNotes,
  })
  mountWorkQueue(mount, engine)
  mountOversight(mount, engine, MEASURED)
  mountDesk(mount, engine)
  mountNotifications(mount, context)
  mountCallList(mount, context)
  mountSubscriptions(mount, context)
  mountDeliveries(mount, context)
  mountFiles(mount, files)
  mountServices(mount, {
    moderation,
    scheduling,
    wechatEvents,
    pagesUrl: env.PAGES_URL ?? `http://localhost:${env.PORT}`,
  })
  const privacy = composePrivacy(scheduling, files, tellPerson)
  mountPrivacy(mount, privacy)
  const authorization = createAuthorizationHandlers(privacy, {
    find: (trx, openId) => findAccountByOpenId(trx, sealer, openId),
    forget: (trx, id) => forgetAccount(trx, id),
    hasAny: async (trx, personId) => (await listAccounts(trx, personId)).length > 0,
  })
  wechatEvents.on('user_authorization_cancellation', (trx, event) => authorization.cancelled(trx, event))
  wechatEvents.on('user_authorization_revoke', (trx, event) => authorization.revoked(trx, event))
  subjects.register('privacy', { listCategories: () => Object.values(REQUEST_CATEGORIES) })

  const doWhatIsDue = async () => {
    await liveConfig.takeRedraws(db)
    await runDueTimers(engine, clock.now(), log)
    await takeLateAnswers(moderation, clock.now())
    await dispatchWaitingItems(engine, clock.now(), log)
    await alarmForChildrenStillHere(scheduling, clock.now(), log)
    await doWhatIsDueInCases(engine, clock.now(), log)
    await remindOfProofs(engine, clock.now(), log)
  }
  jobs.everyMinute('do-what-is-due', doWhatIsDue)
  const moveSeats = async () => {
    await expireDueSeats(scheduling, clock.now(), log)
    await offerWaitingSeats(scheduling, clock.now(), log)
    await endSlots(scheduling, clock.now(), log)
    await carryOutStandingOrders(scheduling, clock.now(), log)
  }
  jobs.everyMinute('move-seats', moveSeats)
  jobs.everyMinute('deliver-what-is-due', notifications.doWhatIsDue)
  const forgetWhatHasExpired = async () => {
    await forgetOldKeys(db, clock.now())
    await deleteExpiredSessions(db, clock.now())
    await deleteExpiredCodes(db, clock.now())
    await forgetPhoneCodes(context, clock.now())
    await forgetOldPresence(engine, clock.now())
    await forgetUploads(files, clock.now())
    await forgetOldEvents(context, clock.now())
    await forgetOldMessages(db, clock.now())
    await forgetMediaChecks(moderation, clock.now())
    await expire(db, privacy.inventory, clock.now(), log)
  }
  jobs.everyNight('forget-what-has-expired', forgetWhatHasExpired)
  jobs.everyNight('plan-slots', planDaysAhead)
  jobs.everyNight('ask-for-reviews', () => askForReviews(context, tellPerson, clock.now()))

  const koa = createServer({
    log,
    router,
    async ready() {
      await sql`select 1`.execute(db)
      if (!jobs.isRunning()) throw new Error('jobs are not running')
    },
    pagesFolder: env.PAGES_DIR,
    metricsToken: env.METRICS_TOKEN,
    metrics,
    trustProxy,
  })
  const liveServer = createLiveServer(LIVE_PATH, { ...callers, ...createLiveDesk(engine, log), log, trustProxy })

  return {
    koa,
    context,
    scheduling,
    wechatEvents,
    liveServer,
    forgetWhatHasExpired,
    async doWhatIsDue() {
      await doWhatIsDue()
      await moveSeats()
      await notifications.doWhatIsDue()
    },
    lookAtConfig: () => liveConfig.look(),
    async start() {
      const now = clock.now()
      await liveConfig.start()
      const config = liveConfig.current()
      // A calendar that runs out soon does not stop the service; somebody must enter the next holidays.
      for (const problem of checkCalendarCoverage(config, shanghaiTime(now).date)) log.warn(describeProblem(problem))
      if (isDemo) await loadDemo()
      await planDaysAhead()
      await broadcast.start()
      await jobs.start()
    },
    async stop() {
      await liveServer.close()
      await jobs.stop()
      live.stop()
      liveConfig.stop()
      await broadcast.stop()
      await close()
    },
  }
}
