"""English words that carry grammar rather than matter; written for this project."""

from __future__ import annotations

_WORDS = (
    """
a an the this that these those such same other another each every either neither both all any some none no many much more most
few fewer less least several enough own half
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its
itself they them their theirs themselves one ones oneself somebody someone something anybody anyone anything everybody everyone
everything nobody nothing who whom whose which what whoever whatever whichever
am is are was were be been being have has had having do does did done doing will would shall should can could may might must
ought need dare let lets used
ain't aren't can't cannot couldn't didn't doesn't don't hadn't hasn't haven't isn't mightn't mustn't needn't shan't shouldn't
wasn't weren't won't wouldn't
i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll they're
they've they'd they'll that's that'll that'd there's there're there'll here's what's what're what'll who's who'd who'll who're
where's when's why's how's one's let's
s t d ll m re ve didn doesn don isn wasn weren won couldn shouldn wouldn hasn haven hadn
about above across after against along alongside amid among amongst around as at before behind below beneath beside besides
between beyond by despite down during except for from in inside into like near of off on onto out outside over past per since
than through throughout till to toward towards under underneath unlike until unto up upon versus via with within without
and but or nor so yet for if unless although though because since while whereas whether when whenever where wherever why how
however therefore thus hence moreover furthermore nevertheless nonetheless otherwise meanwhile instead indeed
not never ever always often sometimes usually rarely seldom again already almost also too very quite rather just only even still
yet now then here there once twice soon later ago far away back further perhaps maybe really actually simply merely nearly
especially particularly mostly mainly largely partly hardly barely else elsewhere anyway somehow somewhat anywhere everywhere
somewhere nowhere together apart
say says said saying tell tells told telling according add adds added adding
mr mrs ms dr
get gets got getting gotten go goes went going gone come comes came coming make makes made making take takes took taking taken
put puts see sees saw seen seeing know knows knew known think thinks thought want wants wanted give gives gave given keep keeps
kept seem seems seemed become becomes became use uses using
first second last next new old good well way ways thing things lot lots bit kind sort
zero two three four five six seven eight nine ten hundred thousand million billion
"""
    """
monday tuesday wednesday thursday friday saturday sunday
"""
)

FUNCTION_WORDS: frozenset[str] = frozenset(_WORDS.split())
