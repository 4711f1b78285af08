import { useState } from 'react'
import { OfflineWay } from '../../communities'
import { stopActing } from '../../platform/acting'
import { useText } from '../../platform/i18n/text'
import { HOME_PAGE, openPage, restartAt } from '../../platform/navigation'
import { canTakeBack, type OutboxEntry } from '../../platform/outbox/outbox-entry'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Dialog } from '../../ui/dialog'
import { FactList } from '../../ui/fact-list'
import { Page } from '../../ui/page'
import { Section } from '../../ui/section'
import { showToast } from '../../ui/toast'
import { changeEntry, throwAway } from '../outgoing'
import { reportSender } from '../report-sender'
import { attachedFacts } from './attached-facts'
import { reportText } from './report.text'
import { WaitingState } from './waiting-state'

/** What waits on the phone: how it stands in plain words, all of it, and what the person can do about it. */
export const WaitingView = ({ entry }: { entry: OutboxEntry }) => {
  const t = useText(reportText)
  const [isAsking, setAsking] = useState(false)
  const words = entry.body.description
  const leave = () => {
    throwAway(entry)
    showToast(t('thrownAway'))
    restartAt(HOME_PAGE)
  }
  return (
    <Page title={t(titleOf(entry))} action={<WaitingAction entry={entry} />}>
      <WaitingState entry={entry} />
      <Section title={t('check')}>
        <Card>
          <FactList
            facts={[
              ...(entry.actingFor ? [{ name: t('factWhose'), value: entry.actingFor.name }] : []),
              { name: t('factCategory'), value: entry.title },
              ...(words === '' ? [] : [{ name: t('factWords'), value: words }]),
              ...attachedFacts(
                entry.files.map(({ file }) => file),
                t,
              ),
            ]}
          />
        </Card>
      </Section>
      {canTakeBack(entry) && (
        <>
          {entry.state === 'unsent' && (
            <Button icon='edit' isWide onPress={() => changeEntry(entry)}>
              {t('changeIt')}
            </Button>
          )}
          <Button kind='quiet' isWide onPress={() => setAsking(true)}>
            {t('throwAway')}
          </Button>
        </>
      )}
      <Dialog
        isOpen={isAsking}
        title={t('throwAwayTitle')}
        confirmWords={t('throwAwayConfirm')}
        isDanger
        onConfirm={leave}
        onClose={() => setAsking(false)}
      >
        {t('throwAwayWords')}
      </Dialog>
      <OfflineWay communityId={entry.communityId} />
    </Page>
  )
}

const titleOf = ({ state }: OutboxEntry) => (state === 'received' ? 'sent' : state)

const WaitingAction = ({ entry }: { entry: OutboxEntry }) => {
  const t = useText(reportText)
  const isSignedIn = useSession((session) => session.person !== null)
  const lostRightFor = useSession((session) => (session.hasLostRight ? session.actingFor : null))
  if (!isSignedIn)
    return (
      <Button kind='primary' isWide onPress={() => openPage('people/pages/sign-in/index')}>
        {t('signInToSend')}
      </Button>
    )
  if (lostRightFor)
    return (
      <Button kind='primary' isWide onPress={stopActing}>
        {t('stopForThem', { name: lostRightFor.name })}
      </Button>
    )
  if (entry.state === 'refused' || entry.state === 'opened')
    return (
      <Button kind='primary' isWide onPress={() => changeEntry(entry)}>
        {t(entry.state === 'opened' ? 'writeOn' : 'changeIt')}
      </Button>
    )
  return (
    <Button
      kind='primary'
      isWide
      isBusy={entry.state === 'sending'}
      onPress={() => void reportSender.sendNow(entry.id)}
    >
      {t(entry.state === 'sending' ? 'sending' : 'sendNow')}
    </Button>
  )
}
