import type { Community } from '@little-bench/shared/communities/contract'
import { MAX_DESCRIPTION_LENGTH } from '@little-bench/shared/issues/limits'
import { useState } from 'react'
import { CategoryChoice, PlaceChoice } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { TextArea } from '../../ui/text-area'
import type { AssistedFields as Fields, MissingPart, ReadAssisted } from '../assisted-draft'
import { assistedText } from '../assisted-issue.text'

interface AssistedFieldsProps {
  community: Community
  fields: Fields
  read: ReadAssisted
  missing: readonly MissingPart[]
  onChange: (fields: Partial<Fields>) => void
}

/** What is it, what was said, where. What belongs to others says so first, with their number. */
export const AssistedFields = ({ community, fields, read, missing, onChange }: AssistedFieldsProps) => {
  const t = useText(assistedText)
  const [isToldAnyway, setToldAnyway] = useState(fields.words !== '')
  const isForOthers = Boolean(read.category?.notOurs?.phone) && !isToldAnyway
  return (
    <>
      <CategoryChoice
        catalogue={community.catalogue}
        category={read.category}
        isMissing={missing.includes('category')}
        onChoose={(serviceCode) => {
          onChange({ serviceCode })
          setToldAnyway(false)
        }}
        onTellAnyway={() => setToldAnyway(true)}
      />
      {!isForOthers && (
        <>
          <TextArea
            label={t('words')}
            hint={t('wordsHint')}
            isRequired
            limit={MAX_DESCRIPTION_LENGTH}
            value={fields.words}
            onChange={(words) => onChange({ words })}
            error={missing.includes('words') && fields.words.trim() === '' ? t('wordsMissing') : undefined}
          />
          <PlaceChoice
            label={t('place')}
            isRequired
            error={missing.includes('place') ? t('placeMissing') : undefined}
            community={community}
            placeId={fields.placeId}
            onChoose={(placeId) => onChange({ placeId })}
          />
        </>
      )}
      {!isForOthers && read.category?.canBePublic && (
        <ChoiceList
          label={t('visibility')}
          choices={[
            { value: 'private', name: t('private'), icon: 'lock' },
            { value: 'public', name: t('public'), note: t('publicNote'), icon: 'list' },
          ]}
          value={read.visibility}
          onChange={(visibility) => onChange({ visibility })}
        />
      )}
    </>
  )
}
