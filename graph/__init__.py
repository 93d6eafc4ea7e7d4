"""Text in, graph out: reading, identity, the networkx graph and the questions it answers."""
