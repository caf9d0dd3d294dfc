import type { Signs } from './signs.ts';

/** "Dying to know", "die laughing", "die here": a way of speaking, or where somebody means to grow old. */
const MEANT = '(?! (?:of|laughing|for|here|at|in|on|trying|with|to|than|over))';

const CHILD =
  '(?:a|the|my|this|that|his|her|their|our) (?:\\w+ )?' +
  '(?:child|children|kids?|boys?|girls?|baby|son|daughter|pupil|niece|nephew|grandson|granddaughter|toddler|teenager|little (?:brother|sister))';
const KIN =
  '(?:my (?:stepdad|stepfather|stepmother|uncle|grandfather|teacher|parents|brother|coach)|(?:my )?(?:dad|father|mum|mom|mother)|daddy|mummy)';

export const en: Signs = {
  despair: [
    'threaten\\w* to (?:kill|hurt|hang) (?:him|her|them)sel(?:f|ves)|threaten\\w* suicide',
    `(?:(?:just |only )?want|wanna|going|gonna|wish i could|decided|ready|about|plan|just) (?:to )?(?:die|kill myself|end it all|end my life|hang myself|take my (?:own )?life)${MEANT}`,
    'think(?:ing)? (?:\\w+ )?(?:of|about) (?:\\w+ )?(?:killing myself|ending (?:it all|my life)|suicide|dying)',
    `wants to (?:die|kill (?:him|her)self|end (?:it all|(?:his|her) life))${MEANT}`,
    `(?:i ll|i will|i m|im) (?:kill|killing|hang|shoot|shooting) myself${MEANT}`,
    'wish i (?:was|were) dead|rather be dead|better off (?:dead|without me)',
    '(?:don t|dont|do not|no longer) want to (?:live(?! (?:here|in|there|without|with|off|like|on|near|next))|be alive|be here any ?more)|no reason to live',
    '(?:am|m|im|is|feel|feeling|been) (?:\\w+ )?suicidal|suicidal thoughts|(?:attempted|tried|committing) suicide',
    'cut(?:ting)? myself (?:again|on purpose)|self harm\\w*',
    '(?:want to|going to|keep|been|start\\w*) (?:hurt|harm)(?:ing)? myself',
    '(?:throw|throwing) myself (?:off|under)|jump(?:ing)? off (?:the|a) (?:bridge|roof|cliff|balcony)',
    'disappear for ever|disappear forever|life (?:is not|isn t|is no longer|not) worth living',
    '(?:taken|took|swallowed) all (?:the|my) (?:tablets|pills)',
  ],
  child: [
    `${CHILD} (?:\\w+ ){0,3}?(?:is|are|was|were|s|being|been|gets?|getting) (?:being )?(?:beaten (?:by (?:his|her|their) |at home|up)|abused|molested|raped|assaulted|mistreated|hit by (?:his|her|their))`,
    `${CHILD} (?:\\w+ )?(?:is|are|s) being (?:beaten|hit)`,
    '(?:hits?|beats?|abuses?|abusing|beating|hitting|molest\\w*|rap(?:es|ed|ing)) (?:his|her|their|the|my|a|our) (?:\\w+ )?(?:child|children|kids?|son|daughter|baby|boys?|girls?|stepson|stepdaughter|pupils?)(?! (?:at|in) )',
    'hurt(?:s|ing) my (?:\\w+ )?(?:girl|boy|child|children|kids?|son|daughter|baby)',
    `${KIN} (?:\\w+ )?(?:hits?|beats?|touch(?:es)?|hurts?|rapes?|abuses?) me(?! at )`,
  ],
  violence: [
    '(?:says?|said|swears?|swore|told me) (?:\\w+ ){0,4}?(?:kill|shoot|stab) me',
    'threaten\\w* (?:\\w+ )?to (?:kill|hurt|shoot|burn|beat|stab|rape)|death threats?',
    '(?:he|she|husband|wife|boyfriend|girlfriend|partner|ex|boss|neighbour|somebody|someone) (?:\\w+ ){0,2}?(?:hits|beats|raped|stalks|attacked|hit|beat) me(?! (?:to|with|at))',
    '(?:he|she|husband|wife|boyfriend|girlfriend|partner|ex|neighbour) (?:\\w+ ){0,2}?(?:threatens|threatened) me',
    '(?:i ll|i will|i m going to|im going to|i m gonna|gonna|i am going to) (?:\\w+ )?(?:kill|stab|strangle) (?:you|him|her|them|somebody|someone|the mayor|that (?:man|woman|mayor|councillor))(?! with kindness)',
    '(?:i ll|i will|going to|gonna) shoot (?:you|him|her|somebody|someone|the mayor)(?! (?:an?|the|over|some))',
    '(?:set fire to|burn down) (?:the|that|his|her|your|their) (?:\\w+ )?(?:town hall|house|home|shop|car)',
    'burn (?:the|that|his|her|your) (?:\\w+ )?(?:town hall|house|home|shop) down',
    '(?:afraid|scared|frightened|terrified) of (?:him|my (?:husband|wife|boyfriend|partner|ex|dad|father|stepfather))',
  ],
  noDeath: [
    'cut (?:my|him|her|your|our|them)sel(?:f|ves) some slack',
    'want to live (?:here|in|there|without|with|off|like|on|near|next)',
    '(?:dying|dead|die) (?:of (?:laughter|curiosity|boredom)|to|for|laughing|right|tired|sure|easy|keen|line|end)',
    '(?:village|shops?|bakery|school|pub|project|high street|place|town) (?:\\w+ ){0,3}(?:dead|dying|died|dies)',
  ],
};
