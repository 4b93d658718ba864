-- People who were erased, how long things are kept, and what was seen again upstream.

-- Who was erased (PV-02): never a name. -------------------------------------------------------

-- How long things are kept, and when they were last seen upstream (PV-03). --------------------

