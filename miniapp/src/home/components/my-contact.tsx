import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { ContactCard, contactsFor } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'
import styles from '../home.module.scss'
import { homeText } from '../home.text'

interface MyContactProps {
  community: Community
  gridCellId: string | undefined
  onChoosePlace: () => void
}

/** My grid worker, or the community's desk while nobody knows which courtyard: one tap to call. */
export const MyContact = ({ community, gridCellId, onChoosePlace }: MyContactProps) => {
  const t = useText(homeText)
  const [contact] = contactsFor(community, gridCellId)
  return (
    <Section title={t(gridCellId === undefined ? 'desk' : 'contact')}>
      {contact && <ContactCard contact={contact} />}
      {gridCellId === undefined && (
        <View className={styles.hint}>
          <View>{t('contactHint')}</View>
          <Button icon='pin' onPress={onChoosePlace}>
            {t('choosePlace')}
          </Button>
        </View>
      )}
    </Section>
  )
}
