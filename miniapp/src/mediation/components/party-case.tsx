import { View } from '@tarojs/components'
import { CallError } from '../../platform/call-error'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import { showToast } from '../../ui/toast'
import { useCase } from '../case.api'
import { useEndParty } from '../invitation.api'
import { invitationText } from '../invitation.text'
import styles from '../mediation.module.scss'
import type { PartySession } from '../party'
import { AnswerInvitation } from './answer-invitation'
import { CaseView } from './case-view'

interface PartyCaseProps {
  session: PartySession
  onRefused: () => void
}

/** The case of somebody without an account: first the invitation alone, and once they take part everything of their side. */
export const PartyCase = ({ session, onRefused }: PartyCaseProps) => {
  const t = useText(invitationText)
  const found = useCase(session)
  const end = useEndParty()
  const close = () => {
    end()
    showToast(t('closed'))
  }
  const refused = () => {
    onRefused()
    end()
  }
  const isOver = found.error instanceof CallError && ['unauthenticated', 'not_found'].includes(found.error.code)
  if (!found.data && isOver)
    return (
      <Empty
        icon='clock'
        title={t('over')}
        next={t('overNext')}
        action={
          <Button kind='primary' onPress={end}>
            {t('label')}
          </Button>
        }
      />
    )
  if (found.isPending) return <Skeleton cards={3} />
  if (!found.data) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
  return (
    <>
      {found.data.state === 'inviting' ? (
        <AnswerInvitation access={session} found={found.data} onRefused={refused} />
      ) : (
        <CaseView access={session} found={found.data} />
      )}
      <View className={styles.block}>
        <Button icon='close' isWide onPress={close}>
          {t('close')}
        </Button>
      </View>
    </>
  )
}
