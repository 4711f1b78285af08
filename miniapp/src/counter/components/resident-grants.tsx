import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { showToast } from '../../ui/toast'
import styles from '../counter.module.scss'
import { type GivenGrant, useEndGrant, useGrantsOf } from '../grant.api'
import { grantText } from '../grant.text'
import type { AssistSession } from '../last-assist'
import { FreezeGrants } from './freeze-grants'
import { GrantCard } from './grant-card'

/** Who may act for the person who is here: list, end, stand still, witness a new one. */
export const ResidentGrants = ({ session: { resident, reason } }: { session: AssistSession }) => {
  const residentId = resident.id
  const t = useText(grantText)
  const grants = useGrantsOf(residentId)
  const [ending, setEnding] = useState<GivenGrant>()
  if (grants.isPending) return <Skeleton cards={3} />
  if (!grants.data) return <ErrorNotice error={grants.error} onRetry={() => void grants.refetch()} />
  const { given, isFrozen } = grants.data
  return (
    <>
      <FreezeGrants
        residentId={residentId}
        mayLift={reason === 'counter'}
        isFrozen={isFrozen}
        hasGrants={given.length > 0}
      />
      <Section title={t('given')}>
        {given.length === 0 && <Empty icon='lock' title={t('nothingGiven')} next={t('nothingGivenNext')} />}
        <View className={styles.list} {...a11y({ role: 'list', label: t('given') })}>
          {given.map((grant) => (
            <View key={grant.id} {...a11y({ role: 'listitem' })}>
              <GrantCard grant={grant} onEnd={() => setEnding(grant)} />
            </View>
          ))}
        </View>
      </Section>
      {reason === 'phone' ? (
        <View>{t('noWitnessByPhone')}</View>
      ) : (
        <Button icon='plus' isWide onPress={() => openPage('counter/pages/witness/index')}>
          {t('witness')}
        </Button>
      )}
      {ending && <EndDialog grant={ending} residentId={residentId} onClose={() => setEnding(undefined)} />}
    </>
  )
}

interface EndDialogProps {
  grant: GivenGrant
  residentId: string
  onClose: () => void
}

const EndDialog = ({ grant, residentId, onClose }: EndDialogProps) => {
  const t = useText(grantText)
  const end = useEndGrant(residentId)
  const confirm = () =>
    end.mutate(grant.id, {
      onSuccess: () => {
        onClose()
        showToast(t('ended'))
      },
    })
  return (
    <Dialog
      isOpen
      isDanger
      title={t('endTitle')}
      confirmWords={t('end')}
      isBusy={end.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <View>{t('endWords')}</View>
      {end.error !== null && <ErrorNotice error={end.error} />}
    </Dialog>
  )
}
