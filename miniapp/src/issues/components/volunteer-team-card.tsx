import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { StatusChip } from '../../ui/status-chip'
import { useMembership, type VolunteerTeam } from '../volunteer.api'
import styles from '../volunteer.module.scss'
import { volunteerText } from '../volunteer.text'

interface TeamProps {
  communityId: string
  team: VolunteerTeam
}

/** One team: how many are in it, what they reported and what of it was solved; and the way in and out. */
export const VolunteerTeamCard = ({ communityId, team }: TeamProps) => {
  const t = useText(volunteerText)
  const { name, members, reported, solved, isMember } = team
  return (
    <Card>
      <View className={styles.head}>
        <Text className={styles.name}>{name}</Text>
        {isMember && <StatusChip word={t('member')} tone='good' />}
      </View>
      <View>{t('members', { count: members })}</View>
      <View className={styles.tally}>
        <Count name={t('reported')} count={reported} />
        <Count name={t('solved')} count={solved} />
        {reported > 0 && solved === reported && <StatusChip word={t('allSolved')} tone='good' />}
      </View>
      <Membership communityId={communityId} team={team} />
    </Card>
  )
}

const Count = ({ name, count }: { name: string; count: number }) => {
  const t = useText(volunteerText)
  return (
    <View className={styles.count}>
      <Text className={styles.caption}>{name}</Text>
      <Text className={styles.number}>{t('items', { count })}</Text>
    </View>
  )
}

/** In or out with one tap, and back with another. */
const Membership = ({ communityId, team: { id, name, isMember } }: TeamProps) => {
  const t = useText(volunteerText)
  const isSignedIn = useSession((session) => session.person !== null)
  const isActing = useSession((session) => session.actingFor !== null)
  const membership = useMembership({ communityId, teamId: id })
  const [isChanged, setChanged] = useState(false)
  const change = (isIn: boolean, isUndo: boolean) =>
    membership.mutate({ isMember: isIn }, { onSuccess: () => setChanged(!isUndo) })
  if (isActing) return <View>{t('onlySelf')}</View>
  if (!isSignedIn) {
    return (
      <Button isWide onPress={() => openPage('people/pages/sign-in/index')}>
        {t('signIn')}
      </Button>
    )
  }
  const way = isMember ? 'leave' : 'join'
  return (
    <>
      <View {...a11y({ role: 'status', live: 'polite' })}>{isChanged && t(isMember ? 'joined' : 'left')}</View>
      {membership.error !== null && <ErrorNotice error={membership.error} />}
      <View className={styles.ways}>
        {isChanged ? (
          <Button icon='undo' isWide isBusy={membership.isPending} onPress={() => change(!isMember, true)}>
            {t('undo')}
          </Button>
        ) : (
          <Button
            icon={isMember ? 'close' : 'plus'}
            isWide
            isBusy={membership.isPending}
            label={t(`${way}Label`, { team: name })}
            onPress={() => change(!isMember, false)}
          >
            {t(way)}
          </Button>
        )}
      </View>
    </>
  )
}
