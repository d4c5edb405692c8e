"""Fixed expressions that tell a source type where the last word alone would mislead."""

from __future__ import annotations

import re
from functools import lru_cache

# Words in -ologist, -ographer, -ician and their like that name no scholar.
NO_SCHOLAR = (
    r"(?!(?:\w*photo|video|chore|steno|porno|cinemato|calli|typo|litho|tele)graph|apolog|cosmetolog|scientolog|mixolog|"
    r"politic|music|magic|beautic|cosmetic|electric|technic|mortic|patric|galic|phoenic|optic)"
)
# Fixed expressions whose last word alone would mislead; the first that fits decides.
PHRASES = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.I), kind)
    for pattern, kind in (
        (r"charge sheets?|(?:state|crown|provincial|general|city) (?:fiscal|advocate|postmaster|registrar|procurator)s?|"
         r"harbou?r ?masters?|(?:provincial|general|deputy|district) postmasters?", "official"),
        # Offices of a state that a word for scholars, for the police or for a firm would hide.
        (r"(?:federal|state|national|imperial|deputy) (?:vice-)?chancellors?|(?:municipal|city|state|provincial|district|"
         r"county|federal|government|public|town) (?:\w+ )?laborator(?:y|ies)|"
         r"(?:the )?(?:republic|realm|kingdom|crown)[’']?s?(?=$)|"
         r"(?:opposition|government|back) ?benches", "official"),
        (r"so-called monitors?|monitors?(?=$)", "organisation"),
        (r"detective (?:lieutenant|captain|major|commander|chief|officer)s?", "police"),
        (r"(?:head|chief|director|manager|team|desk) of (?:customer|client) \w+|(?:customer|client) (?:care|relations|service|"
         r"services)(?: \w+)?|managing directors?", "company"),
        (r"(?:attorney|solicitor|advocate|procurator)s?[- ]general|(?:district|state[’']?s?|county|city|"
        r"u\.?s\.?) attorneys?", "official"),
        (r"(?:independent|special|prosecuting) counsel|(?:public|state|federal|chief|crown) prosecutors?", "official"),
        (r"(?:business|trade|home|foreign|health|defen[cs]e|justice|education|transport|treasury|interior|labou?r|press|"
         r"housing|"
         r"environment|finance|energy|industry|culture) (?:secretary|minister)", "official"),
        (r"(?:police|crime|court|war|chief|political|foreign|diplomatic|legal|science|health|business|city|sports?|staff|"
         r"parliamentary|lobby|investigative|security|defen[cs]e) (?:reporter|correspondent|columnist|editor|journalist|"
         r"photographer)s?|(?:newspaper|magazine|radio|television|tv|morning|talk[- ]?show|podcast|news) (?:host|anchor|editor|"
         r"reporter|moderator|presenter|man|woman)s?|letters? page|press (?:photographer|corps|gallery)|"
         r"(?:state|public|national)(?:-run)? (?:broadcaster|television|radio|tv)|(?:state|government|party|"
         r"military)[- ](?:run|"
         r"owned|controlled) (?:\w+ )?(?:news\w*|paper|daily|weekly|tabloid|outlet|broadcaster|channel|media|tv|television|"
         r"radio)|"
         r"(?:the|a|an|state|local|national|regional|english|evening|morning|leading|official)[- ](?:dail(?:y|ies)|"
         r"weekl(?:y|ies))"
         r"(?=\W*$| (?:printed|published|run|edited|based|owned)\b)", "media"),
        # What stands before "-in-law", "-in-chief", "-of-kin", "-at-home".
        (r"(?:mother|father|brother|sister|son|daughter|parent|stay)s?(?=-$)|police\w*(?: \w+)?[’']s? (?:wife|wives|husband|"
         r"son|"
         r"daughter|mother|father|brother|sister|cousin|neighbou?r)s?", "citizen"),
        (r"(?:editor|correspondent|reporter|columnist)s?(?=-$)", "media"),
        (r"(?:commander|chief)s?(?=-$)", "official"),
        (r"next(?=-$)", "victim"),
        (r"(?:police|prison|fire|military|customs)(?: officers?)?[’']? (?:unions?|federation|association|guild|charity)|"
         r"(?:guards|officers|soldiers|sailors|seamen|seafarers|drivers|journalists|reporters|doctors|lawyers|scientists|"
         r"engineers|farmers|peasants|miners|women|students|victims|survivors|veterans|consumers|pensioners|employers|"
         r"landlords|shopkeepers|employees|dockers|patients|pilots|writers|tenants|parents|mothers)[’'] (?:\w+ )?(?:union|"
         r"federation|association|guild|society|group|council|alliance|league|collective|network|lobby|movement|charity)|"
         r"bar (?:association|council)|parent[s’']*[- ]teachers?[’']? (?:association|council|group)|(?:teacher|student|"
         r"driver|tenant|farmer|worker|"
         r"writer)s? "
         r"(?:union|association|guild)s?", "organisation"),
        (r"police (?:surgeon|doctor|pathologist|psychologist|scientist)s?|(?:human|civil|animal|labou?r|land|"
         r"women[’']s) rights "
         r"(?:expert|scholar|professor|researcher|academic|specialist)s?|forensics? (?:scientist|expert|pathologist|"
         r"accountant|analyst|specialist)s?|(?:medical|hospital|ship[’']s|village|family|district|chief medical|prison|camp|"
         r"company) "
         r"(?:doctor|physician|examiner|officer of health)s?|medical (?:officer|director)s?|data scientists?", "expert"),
        (r"police (?:minister|ombudsman|watchdog|court|authority|board)s?|human rights (?:commission(?:er)?|ombudsman|council|"
         r"minister|court)s?|(?:ministry|minister) of public security", "official"),
        (r"legal aid|(?:duty|defen[cs]e|trial|family|company|union|divorce|corporate|immigration|duty|legal) (?:solicitor|"
         r"lawyer|"
         r"attorney|barrister|counsel|advocate|team)s?(?! general)|(?:public|federal|state|people[’']s) defenders?|"
         r"queen[’']s counsel|"
         r"king[’']s counsel|legal (?:adviser|advisor|representative|counsel)s?|notar(?:y|ies) public|"
         r"senior counsel", "lawyer"),
        (r"(?:human|civil) rights (?:lawyer|attorney|barrister|solicitor|advocate)s?|counsel|public defender|"
         r"defen[cs]e (?:lawyer|attorney|counsel|team)|(?:law|legal) firm", "lawyer"),
        (r"(?:prison|jail|gaol|correction\w*|detention|camp) (?:guard|officer|warder|warden|official|governor|service|"
         r"authorit)\w*|"
         r"national guards?(?:m[ae]n)?|armed forces|air force|security (?:forces|services?|council|ministry|"
         r"agenc\w+|"
         r"cabinet)|secret services?|intelligence (?:service|agency|agencies|officer|official|chief)s?|"
         r"(?:customs|immigration|tax|revenue|excise|fisheries|council|health|public health|"
         r"environmental health|"
         r"environment|welfare|probation|parole|planning|housing|education|election|returning|polling|registration|records|"
         r"intelligence|army|naval|navy|military|port|harbou?r|consular|protocol|quarantine|sanitary|land|forestry|wildlife|"
         r"veterinary|labou?r|relief|municipal|government|state|district|provincial|county|village|township|street|"
         r"subdistrict|circle|block|trading standards|building control|weights and measures|civil|civilian|"
         r"public information|court|court-martial|judicial) officers?|"
         r"(?:building|health|safety|works|food|school|schools|factory|tax|mines?|weapons|labou?r|customs|boiler|port|sanitary|"
         r"health and safety|environmental|fisheries|housing|ministry|government|state|fire|dam|bridge|railway|marine|meat|"
         r"quarantine|district|market) inspectors?|"
         r"(?:tax|toll|revenue|customs|district|deputy|octroi|excise) collectors?|"
         r"(?:court|town|county|city|parish|council|magistrates?[’']?s?|county court|chief|municipal|registry|village|"
         r"parliamentary|"
         r"ministry|government|customs|probate) (?:clerk|usher|registrar|recorder|stenographer|secretary|treasurer)s?|"
         r"(?:harbou?r|port|river|state|government) pilots?|(?:village|town|township|district|county|hamlet|commune|block|"
         r"street|"
         r"ward|tribal|paramount|neighbou?rhood committee|residents[’']? committee|village committee) (?:head|chief|chair\w*|"
         r"headman|director|secretary)s?(?! teacher)|"
         r"(?:returning|presiding|polling|electoral|election) (?:officer|official|commission\w*|board|authorit\w+)s?|"
         r"justices? of the peace|privy councill?ors?|(?:charge|chargé)s? d[’']affaires|public servants?|crown servants?|"
         r"(?:head|chief|minister|secretary) of (?:state|government|staff)|running mates?|"
         r"(?:party|central committee|politburo|provincial|municipal|deputy party|county party|"
         r"general party) (?:secretar(?:y|ies)|"
         r"chief|boss|cadre|cell|whip|chair\w*|member|functionary|elder)s?|(?:opposition|majority|minority|coalition|"
         r"parliamentary|"
         r"house|senate) (?:leader|whip|speaker|spokes\w+|chair\w*)s?|people[’']s (?:deput(?:y|ies)|congress\w*|court|"
         r"procurat\w+|"
         r"committee|government)|mps?[’']? group|chief ministers?|weather (?:service|bureau|office)|"
         r"(?:met|meteorological|statistics|statistical|cyberspace|patent|tax|land|passport|registry|post) (?:office|bureau)|"
         r"fire (?:brigade|department|service|chief|marshal|commissioner)s?|official gazette", "official"),
        (r"(?:border|coast|frontier) guards?(?:m[ae]n)?|(?:cyber|criminal|traffic|riot|military|secret|border|transit|railway|"
         r"water|harbou?r|port|river|vice|drug|drugs|fraud|murder|bomb|flying|anti-[\w-]+) (?:police|squad|detectives?|cops?)|"
         r"public security (?:organs?|bureau|officers?|officials?|department|agents?|authorit\w+|chief|branch|forces?|"
         r"personnel)|scotland yard|crime scene (?:investigat|technic|examin|officer)\w*|"
         r"(?:sheriff|marshal)[’']?s? (?:office|department|deput\w+)|law[- ]enforcement\b(?! (?:expert|scholar|analyst))|"
         r"security police|civil guards?|people[’']s militia|traffic wardens? police", "police"),
        (r"police|detective (?:inspector|sergeant|constable|superintendent)|coast ?guard|chief constable", "police"),
        (r"prime minister|first minister|harbou?r ?masters?|civil servants?|military spokes\w+", "official"),
        (r"(?:republican|democratic|labou?r|conservative|liberal|party|campaign|"
        r"presidential) (?:\w+ ){0,2}(?:strategist|consultant|operative|"
         r"activist|insider|leader|delegate|manager|chairman|chairwoman|chair|adviser|aide|staffer|director|official|"
         r"spokes\w+)s?", "official"),
        (r"(?:company|corporate|business|industry|airline|bank|factory|industrial|commercial|hotel|mill|plant|mine|brand|"
         r"store|branch|"
         r"works|dairy|shipyard|brewery|supermarket|production|sales|marketing|product|line) (?:spokes\w+|owner|manager|leader|"
         r"executive|boss|magnate|tycoon|chief|director|representative)s?|"
         r"venture capitalists?|(?:company|group|board|majority|minority|principal) shareholders?|public relations (?:firm|"
         r"agency|consultan\w+)|(?:stock|commodity) (?:exchange|broker)s?|chief (?:executives?|information officer|"
         r"data officer|"
         r"product officer|people officer|legal officer)(?! of the (?:council|county|city|borough|union|charity|trust))|"
         r"(?-i:(?<!.)(?:The )?[A-Z]\w*(?:[Tt]ech|[Ss]oft|[a-z]Net|Pay|[a-z]pay|[Cc]orp|[Cc]hem|[Pp]harm|[Pp]harma|[Bb]ank|"
         r"[Tt]el|[Tt]elecom|[Oo]il|Bio|Air|Mart|[a-z]mart)(?!.))", "company"),
        (r"(?:senior|executive) vice[- ]president|managing director|chief (?:financial|operating|technology|marketing) officer|"
         r"(?:president|chairman|chairwoman) and (?:chief executive|ceo|publisher|founder|owner)", "company"),
        (r"(?:election|electoral|presidential|senate|mayoral) campaign", "official"),
        (r"(?:tenants|residents|parents|neighbou?rhood|fishermen|fishers|workers|owners|traders|merchants|teachers|"
        r"nurses)[’']? ?"
         r"(?:association|union|society|group|committee|council|federation|alliance|cooperative|co-operative|"
         r"guild)", "organisation"),
        (r"(?:estate|travel|insurance|sales|booking|real estate|letting|shipping|press|literary|talent|ticket|property|"
         r"recruitment) agents?(?! provocateur)", "company"),
        (r"(?:head|primary|nursery|kindergarten|school|deputy head|village|music|dance|piano|language|maths?|history|english|"
         r"science|retired|substitute) ?(?:teacher|schoolteacher)s?|school (?:principal|head|caretaker|janitor|bus driver|"
         r"cook)s?|"
         r"(?:night|hotel|hospital|station|college|market) porters?|station ?masters?|post ?masters?(?!-general)|"
         r"(?:bank|shop|hotel|desk|ticket|sales|filing|booking|office|payroll|shipping|grocery|store|post office|"
         r"night) clerks?|"
         r"(?:factory|mill|mine|dock|shipyard|steel|textile|garment|construction|farm|migrant|plantation|sanitation|office|"
         r"kitchen|hotel|railway|rail|oil|cannery|brewery|dairy|warehouse|postal|transit|port|harbou?r|health|healthcare|"
         r"hospital|"
         r"care|sex|domestic|retail|delivery|gig|platform|auto|car|airline|airport|quarry|coal|assembly[- ]line|"
         r"production[- ]line|"
         r"laid-off|striking|agency|company|bank|social|community|youth|line|seasonal|day|casual|laundry|sewing|"
         r"foundry) (?:worker|"
         r"labou?rer|hand|cleaner|operative)s?(?![’']? (?:union|federation|association|council|leader))|"
         r"(?:security|school crossing|life|crossing|night|museum|factory|gate|mill|park) (?:guard|keeper|watchm[ae]n)s?|"
         r"(?:fire|bull|prize|cage) ?fighters?|(?:police|army|navy) (?:wife|wives|widow)|"
         r"(?:dog|cat|pet|horse|car|van|truck|lorry|taxi|bike|bicycle|motorbike|motorcycle|yacht|flat|apartment|property|"
         r"plot|land|"
         r"cottage|allotment|kiosk|bakery|garage|guesthouse|phone|shop|stall|tea ?house|bar|small business|small-business|"
         r"corner "
         r"shop) (?:owner|keeper)s?|account[- ]holders?|next[- ]door neighbou?rs?|(?:web|internet|online|mobile|phone|"
         r"platform|app|"
         r"network|forum|game) (?:users?|commenters?|gamers?|posters?|subscribers?)|(?:first|second) mates?|"
         r"senior citizens?|(?:crane|machine|lathe|forklift|winch|switchboard|telegraph|sewing machine|loom|press|"
         r"lift) operators?|(?:small|market|street|stall|fish|fruit) (?:trader|merchant|vendor|seller)s?|"
         r"lab(?:oratory)? technicians?|"
         r"(?:asylum|job)[- ]seekers?|(?:former|ex)[- ](?:pupil|student|prisoner|inmate|employee|worker|"
         r"colleague)s?", "citizen"),
        (r"(?:community|tribal|religious|spiritual|church|faith|union|strike|protest|student union|guild|indigenous|civic|"
         r"clan|charity) leaders?|shop stewards?|union (?:steward|rep|representative|official|organi[sz]er|boss|baron|chief|"
         r"secretary|member|branch)\w*|branch secretar(?:y|ies)|(?:rights|peace|land|water|climate|anti-[\w-]+|democracy|"
         r"women[’']s rights|"
         r"environmental|labou?r|animal|gay|trans|disability|consumer|pro-[\w-]+) (?:activist|campaigner|defender|advocate|"
         r"organi[sz]er|monitor|group|watchdog|charity|movement|organi[sz]ation)s?|rights (?:defender|monitor|watch group)s?|"
         r"watch group|monitoring group|chamber of (?:commerce|trade|industry)|election (?:monitor|observer)s?|"
         r"(?:parish|catholic|orthodox|army|prison|hospital) (?:priest|chaplain|council)s?|civil society|law society|"
         r"trade unionists?|"
         r"peace(?:keeping)? (?:force|mission)|relief (?:worker|agency|organi[sz]ation)s?|charity (?:worker|director|chief|"
         r"head)s?",
         "organisation"),
        (r"(?:governing|professional|umbrella) body|"
         r"human rights|aid (?:worker|agency)|trade union|labou?r union|pressure group|advocacy group|"
        r"campaign group", "organisation"),
        (r"news (?:agency|service|site|outlet|organi[sz]ation|website|editor|presenter)|state media|wire service", "media"),
        (r"(?:taxi|bus|tram|lorry|truck|ferry|train|delivery|cab) drivers?|(?:shop|stall|boat|caf[eé]|restaurant|home|"
        r"house|pub|store|farm) "
         r"(?:owner|keeper|assistant|clerk)s?|social media users?", "citizen"),
        (r"(?:those|people|adults|voters) (?:surveyed|polled|interviewed|questioned|asked)", "citizen"),
        (r"(?:chinese|us|u\.s\.|american|russian|british|japanese|indian|european|german|french|iranian|israeli|korean) side|"
         r"(?:public )?health services?|public health(?! [a-z]+s?$)|social services|civil service", "official"),
        (r"(?:principal|lead|chief|senior) (?:investigator|researcher)s?|"
         r"political scientists?|(?:policy|defen[cs]e|security|legal|law|media|health) experts?|"
        r"research(?:er)? (?:fellow|director)|"
         r"chief (?:economist|scientist|analyst)s?|senior fellow|visiting fellow|chief medical officer|"
         rf"(?<![\w-]){NO_SCHOLAR}[\w-]{{2,}}(?:ologist|ographer|ometrist|iatrist|ician|physicist|chemist|geneticist|"
         r"scientist|"
         r"ethicist|historian|economist|surgeon|nomist)s?(?=\W*$)|social scientists?|(?:university|college) (?:rector|provost|"
         r"chancellor|vice-chancellor|lecturer|teacher|dean)s?|(?:election|football)? ?pundits?(?=-)", "expert"),
    )
)  # fmt: skip
# The head of schools, of mines: an office, whatever a school is.
_OFFICE_OF = (
    r"(?:superintendents?|inspectors?|directors?|commissioners?|intendants?|overseers?|comptrollers?|registrars?|masters?|"
    r"wardens?|chancellors?|ministers?|surveyors?) of (?:the )?(?:schools|education|works|mines|prisons|weights|markets|"
    r"waters|roads|forests|harbours|ports|excise|customs|public \w+|subscribers|births|titles|voters|elections|rolls)|"
    r"(?:clerk|clerks|woman|man|official) (?:behind|at) the (?:glass|hatch|grille|grating)"
)
_IS_OFFICE = re.compile(rf"(?:the |an? |[\w’'-]+ ){{0,3}}(?:{_OFFICE_OF})\b", re.I)
WITH_OF = tuple(
    (re.compile(rf"(?:the |an? |[\w’'-]+ ){{0,3}}(?:{pattern})\b", re.I), kind)
    for pattern, kind in (
        (_OFFICE_OF, "official"),
        (r"(?:heads?|chiefs?|directors?|deputy heads?) of (?:the |its |their )?(?:inspection|licensing|enforcement|"
         r"registration|passport|permits?|records|complaints|inquiry|planning|tax|health|wages|censorship) (?:branch|section|"
         r"division|desk|unit|office|department|service)|"
         r"(?:heads?|chiefs?|directors?|deputy heads?|chemists?|scholars?|scientists?) (?:of|at|in) "
         r"(?:the |a )?(?:municipal|city|state|provincial|district|county|federal|government|town) (?:\w+ )?laborator(?:y|ies)|"
         r"(?:deput(?:y|ies)|members?) (?:of|from|on) (?:the )?(?:opposition|government|back) ?bench(?:es)?", "official"),
        (r"heads? of (?:public relations|marketing|sales|investor relations|advertising)(?! (?:at|for|of))", "company"),
        (r"chief of staff|head of (?:state|government)|members? of (?:parliament|congress)", "official"),
        (r"directors? of (?:research|studies)|professor of \w+|(?:vice-)?chancellor of (?:the )?(?:\w+ )?(?:University|"
         r"College)|"
         r"(?:lecturers?|chair|fellow) in \w+|readers? in (?!the\b|an?\b|our\b|this\b|(?-i:[A-Z]))\w+", "expert"),
        (r"(?:press|information|communications|media|public relations|public affairs) (?:officer|secretary|aide|chief|director|"
         r"manager|head|team|office)s? (?:for|of|at|with) (?:the |an? )?(?:[\w’'-]+ ){0,4}?(?:company|firm|bank|airline|"
         r"corporation|"
         r"manufacturer|operator|retailer|plant|mill|works|brewery|dairy)\b", "company"),
        (r"(?:press|information|communications|media|public relations|public affairs) (?:officer|secretary|aide|chief|director|"
         r"manager|head|team|office)s? (?:for|of|at|with) (?:the |an? )?(?:[\w’'-]+ ){0,4}?(?:union|charity|church|hospital|"
         r"university|association|federation|group|foundation|diocese|museum|club|guild|school)\b", "organisation"),
        (r"(?:company|bank|airline|firm)(?:[’']s)? press (?:officer|office|secretary)", "company"),
        (r"(?:union|charity|hospital|university|diocese|church)(?:[’']s)? press (?:officer|office|secretary)", "organisation"),
        (r"press (?:officer|attach[eé]|aide|office|bureau|service|department)s?", "official"),
        (r"(?:head|director|principal)s? of (?:the |an? )?(?:\w+ )?school(?! of)|owners? of (?:the |an? |his |her |one |two )?"
         r"(?:\w+ )?(?:house|home|flat|apartment|cottage|dog|cat|horse|car|van|taxi|truck|bike|bicycle|motorbike)s?|"
         r"(?:former |retired |laid-off |striking )?(?:workers?|labou?rers?|cleaners?|welders?|hands?|cooks?|guards?) (?:at|"
         r"in|from) "
         r"(?:the |an? |one )?(?:\w+ ){0,3}(?:factory|mill|mine|plant|shipyard|yard|works|brewery|dairy|cannery|warehouse|"
         r"port|hotel|farm|foundry|quarry)", "citizen"),
        (r"(?:representatives?|envoys?|ambassadors?) (?:of|to) the (?:united nations|un)|inspectors? of (?:the )?(?:works|"
         r"mines|"
         r"factories|schools|prisons|weights)|clerks? (?:to|of|at|in) the (?:[\w’'-]+ ){0,2}(?:court|council|parliament|"
         r"house|bench|"
         r"justices|city|town|county|ministry)|chamber of (?:deputies|representatives|councill?ors|peers)|"
         r"(?:state|city|chief|public) prosecutors? (?:of|for|in)", "official"),
        (r"general[- ]secretar(?:y|ies) (?:of|for) (?:the |an? )?(?:[\w’'-]+ ){0,5}?(?:union|federation|association|guild|"
         r"confederation|congress of trade|league|society|synod|council of churches)\w*", "organisation"),
        (r"next of kin", "victim"),
    )
)  # fmt: skip


def is_office(phrase: str) -> bool:
    """
    True for the head of what only a state has.

    Examples
    --------
    >>> is_office("the Inspector of Schools"), is_office("the inspector of Orr School")
    (True, False)
    """
    return _IS_OFFICE.match(phrase) is not None


# Most texts hold none of them, and one search tells that faster than many.
_ANY = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in PHRASES), re.I)


@lru_cache(maxsize=1 << 14)
def kind_of_fixed_phrase(text: str) -> str | None:
    """The kind that the first of `PHRASES` in a text gives."""
    if _ANY.search(text) is None:
        return None
    return next(kind for pattern, kind in PHRASES if pattern.search(text))
