"""A salt, ester or hydrate of a medicine ─▶ the **medicine**: metoprolol succinate is metoprolol.

Not where the rest is a metal or a simple ion: sodium chloride is no sodium.
"""

_SALTS_WORDS = """
acetate adipate anhydrous arginine aspartate benzoate besilate besylate bicarbonate bitartrate
bromide butyrate calcium camsylate carbonate chloride choline citrate cypionate decanoate dihydrate
dihydrochloride diphosphate disodium dipotassium disulfate edisylate embonate enanthate erbumine
esylate ethanolate etabonate fumarate furoate gluconate glucuronate hemifumarate hemihydrate
hemisuccinate hemitartrate hexahydrate hyclate hydrate hydrobromide hydrochloride hydrogen
hydroiodide hydroxide iodide isethionate lactate lauroxil lysine magnesium malate maleate medocaril
medoxomil meglumine mesilate mesylate methylsulfate monohydrate monohydrochloride monosodium mucate
napsylate nicotinate nitrate oleate olamine oxalate palmitate pamoate pantothenate pentahydrate
phosphate pivalate potassium propionate saccharate salicylate sesquihydrate sodium stearate
succinate sulfate sulphate tannate tartrate teoclate tetrahydrate tosilate tosylate trihydrate
trisodium tromethamine trometamol valerate xinafoate zinc fosfate dipropionate diacetate dimaleate
nafate proxetil pivoxil axetil disoproxil alafenamide mofetil
"""
SALTS = frozenset(_SALTS_WORDS.split())
_NO_MEDICINE_ALONE_WORDS = """
sodium potassium calcium magnesium zinc iron ferric ferrous lithium aluminum aluminium copper cupric
silver ammonium hydrogen barium bismuth cobalt manganese selenium strontium gold platinum chromium
chromic methyl ethyl choline lysine arginine nicotinate acetate citrate lactate phosphate sulfate
nitrate carbonate iodide bromide chloride hydroxide glycine gadolinium stannous mercury thallous
rubidium cesium technetium indium gallium radium lutetium yttrium samarium glucose dextrose d l dl
mono di tri amino cellulose carboxymethylcellulose polystyrene benzyl hyaluronate docusate alginate
oxybate picosulfate valproate divalproex fluoride sulfide tenofovir mycophenolate beclomethasone
"""
NO_MEDICINE_ALONE = frozenset(_NO_MEDICINE_ALONE_WORDS.split())


def without_salt(name: str) -> str:
    """The medicine of a salt in small letters; empty for what is no salt."""
    words = name.lower().split()
    kept = list(words)
    while len(kept) > 1 and kept[-1] in SALTS:
        kept.pop()
    if (
        len(kept) == len(words)
        or (len(kept) == 1 and kept[0] in NO_MEDICINE_ALONE)
        or kept[0] in NO_MEDICINE_ALONE - {"d"}
    ):
        return ""
    return " ".join(kept)
