import type { Household } from '@little-bench/shared/people/profile.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { FactList } from '../../ui/fact-list'
import { Section } from '../../ui/section'
import { showToast } from '../../ui/toast'
import { householdText } from '../household.text'
import styles from '../people.module.scss'
import { useLeaveHousehold } from '../profile.api'

/** Who is registered together and where, and the way out. */
export const HouseholdView = ({ household }: { household: Household }) => {
  const t = useText(householdText)
  const [isLeaving, setLeaving] = useState(false)
  return (
    <>
      <Card>
        <FactList facts={[{ name: t('place'), value: household.placeName }]} />
      </Card>
      <Section title={t('members', { count: household.members.length })}>
        <Card>
          <FactList
            facts={household.members.map(({ personId, name, isYou, joinedAt }) => ({
              id: personId,
              name: t('since', { date: dateInSentence(joinedAt) }),
              value: isYou ? t('memberYou', { name }) : name,
            }))}
          />
        </Card>
      </Section>
      <View className={styles.block}>
        <Button kind='danger' onPress={() => setLeaving(true)}>
          {t('leave')}
        </Button>
      </View>
      {isLeaving && <LeaveDialog onClose={() => setLeaving(false)} />}
    </>
  )
}

const LeaveDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useText(householdText)
  const leaving = useLeaveHousehold()
  const leave = () => leaving.mutate(undefined, { onSuccess: () => showToast(t('left')) })
  return (
    <Dialog
      isOpen
      title={t('leaveTitle')}
      confirmWords={t('leave')}
      isDanger
      isBusy={leaving.isPending}
      onConfirm={leave}
      onClose={onClose}
    >
      {leaving.isError && <ErrorNotice error={leaving.error} />}
      <View>{t('leaveWords')}</View>
    </Dialog>
  )
}
