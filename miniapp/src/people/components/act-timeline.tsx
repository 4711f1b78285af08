import type { ProxyAct } from '@little-bench/shared/people/grant.contract'
import { View } from '@tarojs/components'
import { startActingAtItem } from '../../platform/acting'
import { dateTimeInSentence, spokenDateTime } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { type Translate, useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Timeline } from '../../ui/timeline'
import { showToast } from '../../ui/toast'
import { useEndAssistSession, useProxyGrants } from '../grants.api'
import { grantsText } from '../grants.text'

interface ActTimelineProps {
  acts: readonly ProxyAct[]
  label: string
  /** When the list was read. */
  now: Date
}

/** Who did what for whom and when, newest first. The person opens the item; what is still open can be ended. */
export const ActTimeline = ({ acts, label, now }: ActTimelineProps) => {
  const t = useText(grantsText)
  const language = useDisplaySettings((settings) => settings.language)
  return (
    <Timeline
      label={label}
      entries={acts.map((act) => ({
        id: act.id,
        time: spokenDateTime(act.at, language),
        title: sentenceOf(act, t),
        words: act.item ? `${act.item.receiptNumber} · ${act.item.title}` : undefined,
        icon: act.isByStaff ? 'bench' : 'person',
        action: <ActAction act={act} now={now} />,
      }))}
    />
  )
}

const sentenceOf = (act: ProxyAct, t: Translate<typeof grantsText>) => {
  const { actorName: actor, said } = act
  if (act.assist) return t('actByOther', { actor, said: t(act.assist.reason) })
  if (act.isYou) return t('actByYou', { person: act.principalName, said })
  return t(act.isByStaff ? 'actByStaff' : 'actByOther', { actor, said })
}

const ActAction = ({ act, now }: { act: ProxyAct; now: Date }) => {
  const t = useText(grantsText)
  const { item, assist, isYou } = act
  if (assist) return <AssistState assist={assist} now={now} />
  if (!item) return null
  const where = { communityId: item.communityId, id: item.subjectId }
  if (isYou) return <OpenForThem act={act} where={where} title={item.title} />
  return (
    <Button
      kind='quiet'
      label={`${t('openItem')} ${item.title}`}
      onPress={() => openPage('issues/pages/detail/index', where)}
    >
      {t('openItem')}
    </Button>
  )
}

interface OpenForThemProps {
  act: ProxyAct
  where: { communityId: string; id: string }
  title: string
}

/** In one's own business the item of somebody else does not open: this begins to act for them, there. */
const OpenForThem = ({ act: { principalId: id, principalName }, where, title }: OpenForThemProps) => {
  const t = useText(grantsText)
  const grant = useProxyGrants().data?.received.find(
    ({ principal, state }) => principal.id === id && state === 'active',
  )
  const name = grant?.callName ?? principalName
  const words = t('openItemFor', { name })
  return (
    <Button kind='quiet' label={`${words} ${title}`} onPress={() => startActingAtItem({ id, name }, where)}>
      {words}
    </Button>
  )
}

const AssistState = ({ assist, now }: { assist: NonNullable<ProxyAct['assist']>; now: Date }) => {
  const t = useText(grantsText)
  const ending = useEndAssistSession()
  const isOpen = assist.endedAt === null && new Date(assist.endsAt) > now
  if (!isOpen) return <View>{t('assistOver')}</View>
  const end = () => ending.mutate(assist.sessionId, { onSuccess: () => showToast(t('assistEnded')) })
  return (
    <>
      <View>{t('assistOpen', { until: dateTimeInSentence(assist.endsAt) })}</View>
      {ending.isError && <ErrorNotice error={ending.error} />}
      <Button kind='danger' isBusy={ending.isPending} onPress={end}>
        {t('endAssist')}
      </Button>
    </>
  )
}
