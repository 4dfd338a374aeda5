/** Plain English words of 4 to 8 letters for generated passphrases: written for Steading, none of them about people's lives. */
export const WORDS: readonly string[] = `
acorn acre actor admire advice afford agree airport album alder algebra alley almond alpine amber anchor angle ankle anthem apple apricot april apron
arch arena armchair arrow artist aspen atlas attic august aunt autumn avenue award axle azure bacon badge badger bagel baker balance balcony ballad
balloon bamboo banana band banjo bank banner barley barn baron barrel basalt basin basket bassoon bath baton battery bayou beach beacon beak beam bean
bear beaver bedrock beech beetle begin bell belt bench berry bicycle birch bird biscuit bishop bison blanket blaze blend blossom blue bluebell board
boat bobbin bolt bonfire bonnet book boot border bottle boulder bowl bracken bracket braid bramble branch brass bread breeze brick bridge brief bright
brisk broad bronze brook broom brother brown brush bubble bucket buckle buffalo bugle builder bumper bundle bunting burrow butter button buzzard
cabbage cabin cable cactus cafe cake calendar calm camel camera camp canal canary candle canoe canopy canvas canyon captain caravan caravel carbon
cardigan cargo carol carpet carrot cart carve cashew castle catalog cattle cavern cedar celery cello cement centre cereal chain chair chalk chapter
charcoal chart cheddar cheer cheese cherry chess chestnut chicken chief chimney chisel chord chorus cider cinema cinnamon circle circus city clarinet
clay clean clerk clever cliff climb clock cloud clover coach coast cobalt cobbler cocoa coconut coffee coin collar colour column comet comfort comic
common compass concert copper coral corner cosmos cottage cotton couch counter country courage cousin cover cowboy crab cradle craft crane crater
crayon cream credit creek crest cricket crisp crocus crop crown cruise crumb crystal cuckoo cucumber cupboard curlew current curtain curve cushion
custard cycle cymbal cypress daffodil dairy daisy damson dance dapple dawn daylight deacon debate decade deck deer delta denim dentist depot desert
desk diamond diary diesel digit dinner diploma dipper dish ditch diver dock dolphin domino donkey door dormouse double dough dove dragon drama drawer
dream dress drift driver drum duck duet dune dusk dust dynamo eagle early earth easel east easy echo edge editor eight elbow elder ember emerald
empire enamel engine enjoy entry envelope equal ermine escort essay estuary evening event exact exhibit expert explore express fabric factory falcon
family famous fancy farm fashion father feather federal fellow felt fence fern ferret ferry fiddle field fifteen figure film finch finger finish fiord
fire fish flag flame flannel flask flavour flax fleet flint float flock flood floor flora flour flower flute foal focus fold folk font football forest
forge fork formal fortune forum fossil fountain foyer frame freckle freezer freight fresh friend frigate frost fruit fuchsia fudge funnel furrow
future gable galaxy gallery gallon gallop game gander gannet garage garden garland garlic garnet gate gather gazelle general gentle geology giant
ginger giraffe glacier glad glass glen glide glimpse globe glory glove glue goat gold golf goose gorse gospel gown grain gram grand granite grape
grass gravel gravity great green grey grid griffin grocer groove grotto ground group grouse grove guest guide guitar gulf gull gust habit haddock half
hall halo hammer hammock hamper hamster handle handy happy harbour hardy hare harness harp harvest haven hawk hawthorn haystack hazel health heart
hearth heath heather hedge helmet herald herb heron herring hickory highway hill hinge hippo hobby hockey holiday holly honest honey hood hoof hook
hope horizon horn horse hotel hour house hover hull humble hundred hurdle hyacinth iceberg icicle idea igloo inch index indigo inlet inner insect
instant island ivory jackdaw jacket jade jaguar january jasmine jazz jelly jersey jewel jigsaw jockey join joke jolly journal journey judge juggle
juice july jumper june jungle junior juniper jury kangaroo kayak keen keeper kennel kernel kestrel kettle keyboard kilo kilt kind king kingdom kiosk
kitchen kite kitten kiwi knee knight knit knot koala label ladder lady lagoon lake lamb lamp lantern larch lark laser latch lather laugh laundry
laurel lava lavender lawn layer leader leaf league leather lecture ledge leek legend lemon length lentil leopard lesson letter lettuce level lever
library lichen light lilac lily lime limpet linen linnet lion liquid list litre lively lizard llama lobster local locket lodge loft logic loom lorry
lotus lounge lucky luggage lunar lunch lupin lynx lyric machine magenta magic magnet magpie mahogany maize major mallard mallet mammoth mandarin mango
manor mantle maple marble march mare margin marina market marmot maroon marrow marsh marten martin marvel mascot mast match matrix meadow measure
medal medley mellow melody melon member memory mention menu mercury merit merry metal meteor meter method metric midday middle midnight mile milk
miller million mineral minnow mint minute mirror mitten mixture mobile model modern modest mohair molehill moment monarch monday monkey month moon
moor moose morning mosaic moss motel mother motor mount mouse muffin mule mural muscle museum music mussel mustard myrtle mystery napkin narrow nation
native nature nautical navy nearby nectar needle nephew nest nettle network neutral newt nickel niece night nimble nine noble noise noodle normal
north notebook notice novel number nutmeg nylon oasis oatmeal object oboe ocean october octopus office olive omelette onion onyx opal opera option
orange orbit orchard orchid order organ oriole ornament osprey ostrich otter outdoor oval oven oxygen oyster packet paddle padlock page painter palace
palette palm pancake panda panel pansy panther papaya paper parade parcel park parlour parrot parsley partner party passage pasta pastel pastry path
patio pattern pavement peach peacock peanut pear pearl pebble pedal pelican pencil penguin pepper perfect perfume petal phone photo piano picnic
picture pigeon pilgrim pillow pilot pine pink pioneer pipe pirate pitch pixel pizza planet plank plaster plate plaza plenty plough plum plume pocket
poem poet polar polish pollen pond pony poplar poppy porch porridge port poster potato pottery powder prairie present pretty primrose prince print
prism prize profit promise proud provost prune public pudding puffin pulley pulse pumpkin puppet purple puzzle pyramid quail quality quarry quarter
quartz queen question quick quiet quill quilt quince quiver rabbit raccoon radar radio radish raffle railway rainbow raincoat raisin rally ramble
ranch ranger rapid raven razor reader rebound recipe record reef regal reindeer relay remedy report rescue reserve resin resort rhubarb rhyme rhythm
ribbon rice riddle ridge ring ripple river road robin robot rocket rocky roller romance roof rook room rooster root rope rose rotor round route rowan
royal rubber ruby rudder rugby ruler runner rural rustic sable saddle saffron sage sailor salad salmon salt salute sample sand sandal sapphire sardine
satchel satin saturn saucer sauna savanna scale scallop scarf scarlet scene science scone scooter score scout screen script scroll seagull seal season
seaweed second sedge seed sequel series sesame settle seven shadow shallow shamrock shape sheep shelf shell shelter shepherd sherbet shield shingle
ship shirt shore shovel shower shrimp shrub shuttle siding signal silence silk silver simple singer siren sister sixty skate sketch skylark slate
sleeve slice slipper slope smile smoke smooth snail snow snowdrop soap soccer socket sofa solar solid solo sonata song sonnet soprano sorrel soup
south space spade spaniel spare spark sparrow spatula speaker special spice spider spinach spiral spire sponge spoon spring sprout spruce square
squash squid squirrel stable staff stage stair stamp star starling station statue steady steam steel steep stem stencil step stereo stirrup stitch
stock stone stool store stork storm story stove straw stream street string stripe studio study sugar suit summer summit sundial sunny sunset super
supper surf surplus swallow swan sweater sweet swift swing syrup table tablet tadpole tailor talent tandem tangent tango tankard tape tapestry target
tariff tartan tavern taxi teacup teal team teapot temple tender tennis tent terrace textile thank theatre theme theory thick thimble thirteen thistle
thrift throne thrush thunder thyme ticket tidal tide tiger timber time tiny tissue title toast toffee token tomato topaz topic torch tornado tortoise
total totem toucan touch tower town tractor trade trail train tram travel tray treasure treaty tree trellis trench triangle tribute tricycle trifle
trio triumph trolley trombone trophy trout trowel truck trumpet trunk tuba tuesday tulip tuna tundra tunic tunnel turban turkey turnip turtle tutor
twelve twenty twig twilight twin twist tycoon ukulele umbrella uncle under unicorn uniform unique unit upland upper urban useful usher usual vacant
valley value vanilla vapour varnish vase vault vector velvet venture verb verse vessel veteran viaduct vicar victory video view village vine vinegar
vintage viola violet violin visit visitor vivid voice volcano volume voter voyage waffle wagon waiter walk wallaby wallet walnut walrus waltz wander
warbler warm washer watch water wave weasel weather weaver wedge week welcome west whale wheat wheel whisker whisper whistle white whole wicker widget
width wild willow window wing winner winter wisdom wise wizard wolf wombat wonder wood wool word world worthy woven wren wrist writer yacht yard yarn
year yeast yellow yeoman yodel yogurt young zebra zenith zero zigzag zinc zodiac zone
`.trim().split(/\s+/);
